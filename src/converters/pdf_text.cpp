#include "converters/pdf_text.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "converters/xml.hpp"
#include "text/normalize.hpp"

namespace bienban::converters {

namespace {

using model::Box;

constexpr std::size_t k_most_words = 4'000'000;

/// What XML does not allow becomes a space, byte by byte; offsets do not change.
void make_legal(std::string& xml) {
	for (char& c : xml) {
		if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') c = ' ';
	}
	std::size_t from = 0;
	while (const auto fault = text::first_invalid_utf8(std::string_view(xml).substr(from))) {
		xml[from + *fault] = ' ';
		from += *fault;
	}
}

/// Takes the elements as they come.
class Gatherer final : public XmlHandler {
public:
	void start(std::string_view name, std::string_view /*space*/, const XmlAttributes& attributes) override {
		const auto number = [&](std::string_view attribute) {
			const std::string_view digits = attributes[attribute];
			float value = 0;
			std::from_chars(digits.data(), digits.data() + digits.size(), value);
			return value;
		};
		if (name == "page") {
			m_pdf.pages.push_back({number("width"), number("height"), {}});
			m_in_page = true;
		} else if (!m_in_page) {
			m_in_title = name == "title";
		} else if (name == "block") {
			page().blocks.emplace_back();
		} else if (name == "line") {
			if (page().blocks.empty()) page().blocks.emplace_back();
			page().blocks.back().lines.emplace_back();
		} else if (name == "word" && m_words < k_most_words) {
			if (page().blocks.empty() || page().blocks.back().lines.empty()) return;
			++m_words;
			m_in_word = true;
			const Box box{number("xMin"), number("yMin"), number("xMax"), number("yMax")};
			page().blocks.back().lines.back().words.push_back(
			    {.text = {}, .box = box, .confidence = 1, .size = 0, .bold = false});
		}
	}

	void end(std::string_view name, std::string_view /*space*/) override {
		if (name == "word") m_in_word = false;
		if (name == "title") m_in_title = false;
		if (name == "page" && m_in_page) {
			m_in_page = false;
			turn_page();
		}
		if (name == "doc") m_whole = true;
	}

	void text(std::string_view text) override {
		if (m_in_word) page().blocks.back().lines.back().words.back().text += text;
		if (m_in_title) m_pdf.title += text;
	}

	bool is_whole() const { return m_whole; }
	PdfText take() { return std::move(m_pdf); }

private:
	model::PrintedPage& page() { return m_pdf.pages.back(); }

	/// Of a page that is shown turned by a quarter the words are told as it is shown, its size as it is not.
	void turn_page() {
		float right = 0;
		float bottom = 0;
		for (const model::PrintedBlock& block : page().blocks) {
			for (const model::PrintedLine& line : block.lines) {
				for (const model::PrintedWord& word : line.words) {
					right = std::max(right, word.box.right);
					bottom = std::max(bottom, word.box.bottom);
				}
			}
		}
		const bool outside = right > page().width || bottom > page().height;
		if (outside && right <= page().height && bottom <= page().width) std::swap(page().width, page().height);
	}

	PdfText m_pdf;
	std::size_t m_words = 0;
	bool m_in_page = false;
	bool m_in_word = false;
	bool m_in_title = false;
	bool m_whole = false;
};

}  // namespace

base::Result<PdfText> read_pdf_text(std::string xml) {
	make_legal(xml);
	Gatherer gatherer;
	if (auto parsed = parse_xml(xml, gatherer, XmlFaults::mended); !parsed || !gatherer.is_whole()) {
		return base::fail("conversion-broken", {"PDF"});
	}
	return gatherer.take();
}

}  // namespace bienban::converters
