#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <sstream>

#include "converters/converter.hpp"
#include "converters/pdf_text.hpp"
#include "converters/program.hpp"
#include "converters/recognise.hpp"
#include "converters/text_layer.hpp"
#include "converters/workers.hpp"

namespace bienban::converters {

namespace {

using base::Result;
using model::PrintedPage;

constexpr std::size_t k_most_pages = 20'000;
constexpr std::size_t k_pages_at_once = 100;       // the text of so many is held
constexpr std::size_t k_most_answer = 256U << 20;  // of one call of a program
constexpr double k_share_of_scan = 0.5;            // of a page that its pictures take at least where it is a scan
constexpr std::size_t k_most_scanned = 2000;
constexpr double k_dots = 300;

/// "Pages:           12" → "12".
std::string value_of(std::string_view info, std::string_view key) {
	for (std::size_t at = 0; at < info.size();) {
		const std::size_t end = std::min(info.find('\n', at), info.size());
		std::string_view line = info.substr(at, end - at);
		if (line.starts_with(key)) {
			line.remove_prefix(key.size());
			const std::size_t first = line.find_first_not_of(' ');
			return first == std::string_view::npos ? std::string{} : std::string{line.substr(first)};
		}
		at = end + 1;
	}
	return {};
}

struct Info {
	std::size_t pages = 0;
	conversion::Told told;
};

Result<Info> look_at(std::string_view pdf) {
	auto said = run_program("/usr/bin/pdfinfo", {"-enc", "UTF-8", "-"}, pdf, k_most_answer);
	if (!said) return tl::unexpected(said.error());
	if (said->status != 0) {
		if (said->err.find("password") != std::string::npos) return base::fail("conversion-protected");
		return base::fail("conversion-broken", {"PDF"});
	}
	Info info;
	const std::string pages = value_of(said->out, "Pages:");
	std::from_chars(pages.data(), pages.data() + pages.size(), info.pages);
	if (info.pages == 0) return base::fail("conversion-broken", {"PDF"});
	if (info.pages > k_most_pages) return base::fail("conversion-too-many-pages", {std::to_string(k_most_pages)});
	info.told.title = value_of(said->out, "Title:");
	return info;
}

/// One page as an image, recognised.
Result<PrintedPage> recognise_page(std::string_view pdf, std::size_t number, const PrintedPage& page) {
	// A page as large as a wall gets fewer dots.
	const double inches = std::max(1.0, static_cast<double>(page.width)) *
	                      std::max(1.0, static_cast<double>(page.height)) / (72.0 * 72.0);
	const int dots = static_cast<int>(std::min(k_dots, std::floor(std::sqrt(k_most_pixels / inches))));
	if (dots < 20) {
		return base::fail("conversion-image-too-large", {std::to_string(static_cast<long>(page.width)),
		                                                 std::to_string(static_cast<long>(page.height))});
	}
	const std::string which = std::to_string(number);
	const auto image = run_program(
	    "/usr/bin/pdftoppm", {"-f", which, "-l", which, "-r", std::to_string(dots), "-gray", "-"}, pdf, k_most_answer);
	if (!image) return tl::unexpected(image.error());
	if (image->out.empty()) return base::fail("conversion-broken", {"PDF"});
	return read_image(image->out, "pgm", 0).and_then([&](const Image& decoded) { return recognise(decoded, dots); });
}

class Pdf {
public:
	Pdf(const Input& input, conversion::Sender& sender) : m_pdf(input.bytes), m_sender(sender) {}

	Result<void> convert() {
		auto info = look_at(m_pdf);
		if (!info) return tl::unexpected(info.error());
		for (std::size_t first = 1; first <= info->pages; first += k_pages_at_once) {
			const std::size_t last = std::min(info->pages, first + k_pages_at_once - 1);
			auto pages = text_of(first, last);
			if (!pages) return tl::unexpected(pages.error());
			give(*pages, first, info->told);
			if (!m_begun && !m_failure.message.empty()) break;
		}
		if (!m_begun) {
			if (!m_failure.message.empty()) return tl::unexpected(m_failure);
			return base::fail("conversion-no-text", {std::to_string(info->pages)});
		}
		m_sender.end();
		return {};
	}

private:
	Result<std::vector<PrintedPage>> text_of(std::size_t first, std::size_t last) {
		auto said = run_program(
		    "/usr/bin/pdftotext",
		    {"-bbox-layout", "-enc", "UTF-8", "-f", std::to_string(first), "-l", std::to_string(last), "-", "-"}, m_pdf,
		    k_most_answer);
		if (!said) return tl::unexpected(said.error());
		if (said->out.empty()) return base::fail("conversion-broken", {"PDF"});
		auto text = read_pdf_text(std::move(said->out));
		if (!text) return tl::unexpected(text.error());
		return std::move(text->pages);
	}

	/// Pages without a text layer are recognised, where that can be done on this machine. Each is given as soon as
	/// those before it were.
	void give(std::vector<PrintedPage>& pages, std::size_t first, const conversion::Told& told) {
		std::size_t next = 0;
		const auto give_to = [&](std::size_t end) {
			for (; next < end; ++next) give_page(pages[next], told);
		};
		const std::vector<std::size_t> scans = scans_among(pages, first);
		if (!scans.empty()) {
			if (auto loaded = load_recognition(); loaded) {
				m_recognised = true;
				make_pages(
				    scans, [&](std::size_t i) { return recognise_page(m_pdf, first + i, pages[i]); },
				    [&](std::size_t i, Result<PrintedPage> page) {
					    if (!page)
						    m_failure = page.error();
					    else if (is_better(*page, pages[i], text_layer_of(pages[i])))
						    pages[i] = std::move(*page);
					    give_to(i + 1);
				    });
			} else {
				m_failure = loaded.error();
			}
		}
		give_to(pages.size());
	}

	/// The pages that may be images: those without text, and those whose text is little or bad and that are mostly a
	/// picture. The stamp of a scanner may stand on one, or letters that it took for others.
	std::vector<std::size_t> scans_among(const std::vector<PrintedPage>& pages, std::size_t first) {
		std::vector<std::size_t> scans;
		std::optional<std::map<std::size_t, double>> pictures;
		for (std::size_t i = 0; i < pages.size() && m_scanned < k_most_scanned; ++i) {
			const TextLayer layer = text_layer_of(pages[i]);
			if (layer == TextLayer::good) continue;
			// What cannot be read at all is printed well all the same.
			if (layer != TextLayer::garbled && letters_of(pages[i]) > 0) {
				if (!pictures) pictures = pictures_on(first, first + pages.size() - 1);
				const auto found = pictures->find(first + i);
				if (found == pictures->end()) continue;
				const double whole = static_cast<double>(pages[i].width) * static_cast<double>(pages[i].height);
				if (layer != TextLayer::none && found->second < k_share_of_scan * whole) continue;
			}
			scans.push_back(i);
			++m_scanned;
		}
		return scans;
	}

	/// Pages with pictures → how much of them these take, square points.
	std::map<std::size_t, double> pictures_on(std::size_t first, std::size_t last) const {
		const auto said =
		    run_program("/usr/bin/pdfimages", {"-list", "-f", std::to_string(first), "-l", std::to_string(last), "-"},
		                m_pdf, k_most_answer);
		std::map<std::size_t, double> pages;
		if (!said) return pages;
		// Two lines of heads, then one for each image: page, number, type, width, height, colour, components, bits,
		// encoding, interpolated, object (two numbers), dots an inch across and down …
		std::istringstream lines(said->out);
		for (std::string line; std::getline(lines, line);) {
			std::istringstream words(line);
			std::size_t page = 0;
			std::string skipped;
			std::string type;
			double width = 0;
			double height = 0;
			double across = 0;
			double down = 0;
			if (!(words >> page >> skipped >> type >> width >> height)) continue;
			// A mask is as large as the picture that it is of.
			if (type == "mask" || type == "smask") continue;
			double& sum = pages[page];
			for (int i = 0; i < 6; ++i) words >> skipped;
			if (!skipped.starts_with('[')) words >> skipped;  // "[inline]" stands for both numbers
			if (words >> across >> down && across > 0 && down > 0) sum += width / across * height / down * 72 * 72;
		}
		return pages;
	}

	/// What is known of the file is told with the first page that has something on it.
	void give_page(const PrintedPage& page, const conversion::Told& told) {
		if (!m_begun && letters_of(page) == 0) {
			++m_empty;
			return;
		}
		if (!m_begun) m_sender.begin_pages("pdf", m_recognised, told);
		m_begun = true;
		for (; m_empty > 0; --m_empty) m_sender.page({});
		m_sender.page(page);
	}

	std::string_view m_pdf;
	conversion::Sender& m_sender;
	base::Error m_failure;
	std::size_t m_scanned = 0;
	std::size_t m_empty = 0;
	bool m_recognised = false;
	bool m_begun = false;
};

}  // namespace

Result<void> convert_pdf(const Input& input, conversion::Sender& sender) { return Pdf(input, sender).convert(); }

}  // namespace bienban::converters
