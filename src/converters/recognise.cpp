#include "converters/recognise.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

#include "converters/recognition_libraries.hpp"
#include "converters/ruled_tables.hpp"

namespace bienban::converters {

namespace {

using base::Result;
using model::Box;
using model::PrintedPage;

constexpr std::size_t k_most_pages = 2000;
constexpr float k_doubtful = 0.6F;  // mean confidence of a block below which another language is tried

/// Where Debian has the models.
std::string models() {
	for (const char* folder : {"/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tessdata"}) {
		std::error_code ignored;
		if (std::filesystem::exists(std::string{folder} + "/vie.traineddata", ignored)) return folder;
	}
	return {};
}

/// A recogniser of one language.
class Engine {
public:
	/// Nothing where there is no model of it.
	static std::unique_ptr<Engine> of(const char* language, tesseract::PageSegMode mode) {
		const Libraries& from = libraries();
		std::unique_ptr<Engine> engine(new Engine(from.TessBaseAPICreate()));
		if (from.TessBaseAPIInit3(engine->m_api, models().c_str(), language) != 0) return nullptr;
		from.TessBaseAPISetPageSegMode(engine->m_api, mode);
		// Its search for tables reads what is in them twice; columns are found from where the words stand.
		from.TessBaseAPISetVariable(engine->m_api, "textord_tabfind_find_tables", "0");
		// It would tell of every page on standard error.
		from.TessBaseAPISetVariable(engine->m_api, "debug_file", "/dev/null");
		return engine;
	}
	Engine(const Engine&) = delete;
	Engine& operator=(const Engine&) = delete;
	~Engine() { libraries().TessBaseAPIDelete(m_api); }

	TessBaseAPI* get() const { return m_api; }

private:
	explicit Engine(TessBaseAPI* api) : m_api(api) {}
	TessBaseAPI* m_api;
};

/// A block with its words, in dots.
struct Seen {
	model::PrintedBlock block;
	Box box;
	float confidence = 0;  ///< mean, by letters
};

std::vector<Seen> words_of(TessBaseAPI* api) {
	const Libraries& from = libraries();
	std::vector<Seen> blocks;
	if (from.TessBaseAPIRecognize(api, nullptr) != 0) return blocks;
	TessResultIterator* at = from.TessBaseAPIGetIterator(api);
	if (at == nullptr) return blocks;
	TessPageIterator* const place = from.TessResultIteratorGetPageIterator(at);
	float letters = 0;
	const auto end_block = [&] {
		if (!blocks.empty() && letters > 0) blocks.back().confidence /= letters;
		letters = 0;
	};
	do {
		char* const text = from.TessResultIteratorGetUTF8Text(at, tesseract::RIL_WORD);
		if (text == nullptr) continue;
		int left = 0;
		int top = 0;
		int right = 0;
		int bottom = 0;
		from.TessPageIteratorBoundingBox(place, tesseract::RIL_WORD, &left, &top, &right, &bottom);
		if (from.TessPageIteratorIsAtBeginningOf(place, tesseract::RIL_BLOCK) != 0 || blocks.empty()) {
			end_block();
			int l = 0;
			int t = 0;
			int r = 0;
			int b = 0;
			from.TessPageIteratorBoundingBox(place, tesseract::RIL_BLOCK, &l, &t, &r, &b);
			blocks.push_back(
			    {{}, {static_cast<float>(l), static_cast<float>(t), static_cast<float>(r), static_cast<float>(b)}, 0});
		}
		auto& lines = blocks.back().block.lines;
		if (from.TessPageIteratorIsAtBeginningOf(place, tesseract::RIL_TEXTLINE) != 0 || lines.empty())
			lines.emplace_back();
		const float confidence =
		    std::clamp(from.TessResultIteratorConfidence(at, tesseract::RIL_WORD) / 100, 0.0F, 1.0F);
		const auto size = static_cast<float>(std::strlen(text));
		blocks.back().confidence += confidence * size;
		letters += size;
		// Ruling lines of tables are taken for bars.
		if (std::strcmp(text, "|") != 0) {
			const Box box{static_cast<float>(left), static_cast<float>(top), static_cast<float>(right),
			              static_cast<float>(bottom)};
			lines.back().words.push_back(
			    {.text = text, .box = box, .confidence = confidence, .size = 0, .bold = false});
		}
		from.TessDeleteText(text);
	} while (from.TessResultIteratorNext(at, tesseract::RIL_WORD) != 0);
	end_block();
	from.TessResultIteratorDelete(at);
	return blocks;
}

float mean_confidence(const std::vector<Seen>& blocks) {
	float sum = 0;
	float letters = 0;
	for (const Seen& seen : blocks) {
		for (const auto& line : seen.block.lines) {
			for (const auto& word : line.words) {
				sum += word.confidence * static_cast<float>(word.text.size());
				letters += static_cast<float>(word.text.size());
			}
		}
	}
	return letters == 0 ? 0 : sum / letters;
}

/// An upright, straight image in grey, of a size at which letters are read best.
Image prepared(const Image& image, int& dots) {
	const Libraries& from = libraries();
	const Image opaque(from.pixRemoveAlpha(image.get()));
	if (opaque == nullptr) return nullptr;
	Image grey(from.pixConvertTo8(opaque.get(), 0));
	if (grey == nullptr) return nullptr;
	const int width = from.pixGetWidth(grey.get());
	// Photographs and pictures of screens say nothing, or 72 or 96: taken as a page of 8 inches.
	if (dots < 100 || dots > 1200) dots = std::clamp(width / 8, 70, 600);
	if (dots < 180) {
		const double pixels = static_cast<double>(width) * from.pixGetHeight(grey.get());
		if (pixels * 4 < k_most_pixels) {
			if (Image larger{from.pixScale(grey.get(), 2, 2)}; larger != nullptr) {
				grey = std::move(larger);
				dots *= 2;
			}
		}
	}
	float angle = 0;
	float sure = 0;
	if (Image straight{from.pixFindSkewAndDeskew(grey.get(), 2, &angle, &sure)}; straight != nullptr)
		grey = std::move(straight);
	return grey;
}

void set_image(const Engine& engine, const Image& image, int dots) {
	libraries().TessBaseAPISetImage2(engine.get(), image.get());
	libraries().TessBaseAPISetSourceResolution(engine.get(), dots);
}

std::size_t lao_letters(const model::PrintedBlock& block) {
	std::size_t count = 0;
	for (const auto& line : block.lines) {
		for (const auto& word : line.words) {
			// U+0E80 to U+0EFF is E0 BA xx and E0 BB xx.
			for (std::size_t i = 0; i + 1 < word.text.size(); ++i) {
				if (word.text[i] == '\xE0' && (word.text[i + 1] == '\xBA' || word.text[i + 1] == '\xBB')) ++count;
			}
		}
	}
	return count;
}

/// Blocks that cannot be read as Vietnamese are read as Lao where that is surer.
void try_lao(std::vector<Seen>& blocks, const Image& image, int dots) {
	if (std::ranges::none_of(blocks, [](const Seen& seen) { return seen.confidence < k_doubtful; })) return;
	const auto engine = Engine::of("lao", tesseract::PSM_SINGLE_BLOCK);
	if (engine == nullptr) return;
	set_image(*engine, image, dots);
	for (Seen& seen : blocks) {
		const float width = seen.box.right - seen.box.left;
		const float height = seen.box.bottom - seen.box.top;
		if (seen.confidence >= k_doubtful || width < 40 || height < 15) continue;
		libraries().TessBaseAPISetRectangle(engine->get(), static_cast<int>(seen.box.left),
		                                    static_cast<int>(seen.box.top), static_cast<int>(width),
		                                    static_cast<int>(height));
		std::vector<Seen> again = words_of(engine->get());
		if (mean_confidence(again) <= seen.confidence) continue;
		model::PrintedBlock lao;
		for (Seen& part : again) {
			for (auto& line : part.block.lines) lao.lines.push_back(std::move(line));
		}
		if (lao_letters(lao) < 4) continue;
		seen.confidence = mean_confidence(again);
		seen.block = std::move(lao);
	}
}

/// The cells of ruled tables, each recognised by itself: the layout of a table is known from its lines.
std::vector<Seen> words_of_cells(const Ruling& ruling, const Image& image, int dots) {
	std::vector<Seen> cells;
	if (ruling.tables.empty()) return cells;
	const auto engine = Engine::of("vie", tesseract::PSM_SINGLE_BLOCK);
	if (engine == nullptr) return cells;
	set_image(*engine, image, dots);
	for (const RuledTable& table : ruling.tables) {
		for (const PixelBox& cell : table.cells) {
			libraries().TessBaseAPISetRectangle(engine->get(), cell.left, cell.top, cell.width, cell.height);
			for (Seen& seen : words_of(engine->get())) {
				if (!seen.block.lines.empty()) cells.push_back(std::move(seen));
			}
		}
	}
	return cells;
}

}  // namespace

void FreePix::operator()(Pix* pix) const { libraries().pixDestroy(&pix); }

Result<void> load_recognition() {
	if (!libraries().whole()) return base::fail("conversion-missing-tool", {"OCR", "tesseract-ocr"});
	if (models().empty()) return base::fail("conversion-missing-tool", {"OCR", "tesseract-ocr-vie"});
	return {};
}

Result<std::size_t> pages_of_image(std::string_view bytes, std::string_view format) {
	const Libraries& from = libraries();
	const auto* data = reinterpret_cast<const l_uint8*>(bytes.data());
	const auto broken = [&] { return base::fail("conversion-broken", {std::string{format}}); };
	const auto refuse_size = [](int width, int height) -> base::Result<void> {
		if (static_cast<double>(width) * height <= k_most_pixels) return {};
		return base::fail("conversion-image-too-large", {std::to_string(width), std::to_string(height)});
	};
	int kind = 0;
	int width = 0;
	int height = 0;
	int bits = 0;
	int samples = 0;
	int mapped = 0;
	if (format != "tiff") {
		if (from.pixReadHeaderMem(data, bytes.size(), &kind, &width, &height, &bits, &samples, &mapped) != 0 ||
		    width <= 0 || height <= 0)
			return broken();
		if (auto good = refuse_size(width, height); !good) return tl::unexpected(good.error());
		return 1;
	}
	std::size_t pages = 0;
	int dots = 0;
	while (from.readHeaderMemTiff(data, bytes.size(), static_cast<int>(pages), &width, &height, &bits, &samples, &dots,
	                              &mapped, &kind) == 0 &&
	       width > 0 && height > 0) {
		if (auto good = refuse_size(width, height); !good) return tl::unexpected(good.error());
		if (++pages > k_most_pages) return base::fail("conversion-too-many-pages", {std::to_string(k_most_pages)});
	}
	if (pages == 0) return broken();
	return pages;
}

Result<Image> read_image(std::string_view bytes, std::string_view format, std::size_t page) {
	const Libraries& from = libraries();
	const auto* data = reinterpret_cast<const l_uint8*>(bytes.data());
	Image image;
	if (format == "tiff") {
		std::size_t offset = 0;
		for (std::size_t i = 0; i <= page; ++i) {
			image.reset(from.pixReadMemFromMultipageTiff(data, bytes.size(), &offset));
			if (image == nullptr || (offset == 0 && i < page)) break;
		}
	} else {
		image.reset(from.pixReadMem(data, bytes.size()));
	}
	if (image == nullptr) return base::fail("conversion-broken", {std::string{format}});
	return image;
}

Turn turn_of(const Image& image, int dots) {
	const auto engine = Engine::of("osd", tesseract::PSM_OSD_ONLY);
	if (engine == nullptr) return {};
	set_image(*engine, image, dots);
	int degrees = 0;
	float sure = 0;
	const char* script = nullptr;
	float script_sure = 0;
	if (libraries().TessBaseAPIDetectOrientationScript(engine->get(), &degrees, &sure, &script, &script_sure) == 0)
		return {};
	return {.quarters = (360 - degrees) / 90 % 4, .sure = sure};
}

Result<PrintedPage> recognise(const Image& image, int dots) {
	const Libraries& from = libraries();
	if (dots == 0) dots = from.pixGetXRes(image.get());
	Image page = prepared(image, dots);
	if (page == nullptr) throw std::bad_alloc();
	const auto engine = Engine::of("vie", tesseract::PSM_AUTO);
	if (engine == nullptr) return base::fail("conversion-missing-tool", {"OCR", "tesseract-ocr-vie"});
	const Ruling ruling = take_ruling(page, dots);
	std::vector<Seen> cells = words_of_cells(ruling, page, dots);
	for (const RuledTable& table : ruling.tables) whiten(page, table.around);
	set_image(*engine, page, dots);
	std::vector<Seen> blocks = words_of(engine->get());
	if (cells.empty() && mean_confidence(blocks) < k_doubtful) {
		// Nothing that can be read: the page may lie on its side or stand on its head.
		if (const Turn turn = turn_of(page, dots); turn.quarters != 0 && turn.sure >= 1) {
			Image turned{from.pixRotateOrth(page.get(), turn.quarters)};
			if (turned != nullptr) {
				set_image(*engine, turned, dots);
				std::vector<Seen> again = words_of(engine->get());
				if (mean_confidence(again) > mean_confidence(blocks)) {
					blocks = std::move(again);
					page = std::move(turned);
				}
			}
		}
	}
	try_lao(blocks, page, dots);
	for (Seen& cell : cells) blocks.push_back(std::move(cell));

	const float scale = 72.0F / static_cast<float>(dots);
	PrintedPage out;
	out.width = static_cast<float>(from.pixGetWidth(page.get())) * scale;
	out.height = static_cast<float>(from.pixGetHeight(page.get())) * scale;
	for (Seen& seen : blocks) {
		for (auto& line : seen.block.lines) {
			for (auto& word : line.words) {
				Box& box = word.box;
				box = {box.left * scale, box.top * scale, box.right * scale, box.bottom * scale};
			}
		}
		out.blocks.push_back(std::move(seen.block));
	}
	return out;
}

}  // namespace bienban::converters
