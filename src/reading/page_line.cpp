#include "reading/page_line.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "reading/byline.hpp"
#include "reading/page_words.hpp"
#include "text/letters.hpp"

namespace bienban::reading {

namespace {

// Bytes. A line longer than the first is running text whatever it looks like; a sentence longer than the second is not
// taken apart unless it begins with a word of the page.
constexpr std::size_t k_longest_short = 420;
constexpr std::size_t k_longest_button = 60;
constexpr std::size_t k_credit_window = 90;
constexpr std::size_t k_longest_label = 24;

bool is_sentence_end(char32_t c) { return c == U'.' || c == U'?' || c == U'!' || c == U'…' || c == U':' || c == U';'; }

bool is_closing(char32_t c) {
	return c == U'"' || c == U'”' || c == U'’' || c == U'\'' || c == U')' || c == U']' || c == U'»' || c == U'/';
}

/// Whether the line ends as a sentence does; quotes, brackets and the "./." of official papers are looked through.
bool ends_as_sentence(std::string_view line) {
	std::size_t at = line.size();
	for (int looked = 0; at > 0 && looked < 4; ++looked) {
		--at;
		while (at > 0 && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U) --at;
		const char32_t c = text::decode(line, at).value;
		if (is_sentence_end(c)) return true;
		if (!is_closing(c) && c != U' ') return false;
	}
	return false;
}

/// Where the second printing begins of a line that is printed twice: "Quang cảnh hội đàm Quang cảnh hội đàm". 0 if not.
std::uint32_t second_printing(std::string_view line) {
	if (line.size() < 24 || line.size() > 2 * k_longest_short) return 0;
	for (const std::string_view between : {" ", "", " - ", " | "}) {
		if ((line.size() - between.size()) % 2 != 0) continue;
		const std::size_t half = (line.size() - between.size()) / 2;
		if (line.substr(half, between.size()) == between &&
		    line.substr(0, half) == line.substr(half + between.size())) {
			return static_cast<std::uint32_t>(half + between.size());
		}
	}
	return 0;
}

/// "ban giao truong hoc cho tinh sekong Huế tiếp tục …": the name of a picture's file, with which some sites open the
/// lines of related headlines.
bool opens_with_file_name(std::string_view line) {
	constexpr int k_fewest_words = 6;
	int words = 0;
	bool letter = false;
	for (const char c : line) {
		if (c == ' ') {
			if (!letter) return false;
			letter = false;
			if (++words == k_fewest_words) return true;
		} else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
			letter = true;
		} else {
			return false;
		}
	}
	return letter && words + 1 >= k_fewest_words;
}

std::uint64_t hash_of(std::string_view bare) {
	std::uint64_t hash = 1469598103934665603ULL;  // FNV-1a
	for (const char c : bare) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
	return hash;
}

/// Where "Ảnh: …" or "Video: …" at the end of the line begins, with the dash or bracket before it; npos if nowhere.
std::size_t find_credit(std::string_view line) {
	const std::size_t from = line.size() > k_credit_window ? line.size() - k_credit_window : 0;
	for (std::size_t colon = line.find(':', from); colon != std::string_view::npos; colon = line.find(':', colon + 1)) {
		std::string_view before = line.substr(0, colon);
		while (before.ends_with(' ')) before.remove_suffix(1);
		std::size_t begin = std::string_view::npos;
		for (const std::string_view word : {"Ảnh", "ảnh", "ẢNH", "Video", "Clip", "Đồ họa", "Nguồn ảnh", "Photo"}) {
			if (before.ends_with(word)) begin = before.size() - word.size();
		}
		if (begin == std::string_view::npos) continue;
		// Credits are names: few words behind the colon, and no further sentence.
		if (std::ranges::count(line.substr(colon), ' ') > 8) continue;
		const std::string_view name = line.substr(colon + 1);
		if (name.size() > 2 && name.substr(0, name.size() - 1).find(". ") != std::string_view::npos) continue;
		bool parted = begin == 0;
		while (begin > 0) {
			const std::string_view head = line.substr(0, begin);
			std::size_t drop = 0;
			for (const std::string_view sign : {" ", "-", "–", "—", "(", "[", "/", "|", "*"}) {
				if (head.ends_with(sign)) drop = sign.size();
			}
			if (drop == 0) break;
			parted = parted || line[begin - 1] != ' ' || begin == 1;
			begin -= drop;
		}
		const std::string_view head = line.substr(0, begin);
		if (head.empty() || parted || head.ends_with('.') || head.ends_with("”") || head.ends_with(';')) return begin;
		// "chiều 26/8 Ảnh: X": a capital is as good as a sign.
		if (before.ends_with("Ảnh") || before.ends_with("ẢNH")) return begin;
	}
	return std::string_view::npos;
}

/// A by-line run on behind the last sentence: "… hai nước./. Tin, ảnh: Thu An". Where it begins; npos if nowhere.
std::size_t find_signature(std::string_view line) {
	const std::size_t from = line.size() > k_credit_window ? line.size() - k_credit_window : 0;
	const std::size_t colon = line.find(':', from);
	if (colon == std::string_view::npos) return colon;
	// The label stands right before the colon: "Tin, ảnh:".
	const std::size_t near = std::max(from, colon > k_longest_label ? colon - k_longest_label : 0);
	const std::string_view words = line.substr(near, colon - near);
	for (const std::string_view label : {"Tin", "Bài", "TIN", "BÀI", "Tác giả"}) {
		const std::size_t found = words.rfind(label);
		if (found == std::string_view::npos || near + found == 0) continue;
		std::string_view head = line.substr(0, near + found);
		while (head.ends_with(' ') || head.ends_with('-') || head.ends_with('(')) head.remove_suffix(1);
		if (!head.empty() && ends_as_sentence(head)) return head.size();
	}
	return std::string_view::npos;
}

/// "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc" and their Lao counterparts, numbers of papers.
bool is_motto(const Line& line) {
	constexpr std::array<std::string_view, 9> k_mottos = {"cong hoa xa hoi chu nghia viet nam",
	                                                      "cong hoa dan chu nhan dan lao",
	                                                      "nuoc cong hoa xa hoi chu nghia viet nam",
	                                                      "nuoc cong hoa dan chu nhan dan lao",
	                                                      "doc lap tu do hanh phuc",
	                                                      "dang cong san viet nam",
	                                                      "hoa binh doc lap dan chu thong nhat thinh vuong",
	                                                      "hoa binh doc lap dan chu thong nhat va thinh vuong",
	                                                      "so"};
	return std::ranges::any_of(k_mottos, [&](std::string_view motto) {
		if (motto == "so")
			return line.tokens.size() <= 5 && line.bare_of(0) == "so" && line.text.find('/') != std::string_view::npos;
		return line.bare.starts_with(motto) && line.bare.size() <= motto.size() + 40 &&
		       line.bare.size() >= motto.size();
	});
}

/// The name of the site over its pages.
bool is_site_name(const Line& line) {
	constexpr std::array<std::string_view, 12> k_starts = {"cong thong tin dien tu",
	                                                       "trang thong tin dien tu",
	                                                       "trang tin dien tu",
	                                                       "cong thong tin",
	                                                       "bao dien tu",
	                                                       "tap chi dien tu",
	                                                       "co quan ngon luan",
	                                                       "co quan cua dang",
	                                                       "co quan cua ban chap hanh",
	                                                       "tieng noi cua dang",
	                                                       "website",
	                                                       "chuyen trang"};
	if (line.tokens.size() > 16) return false;
	if (std::ranges::any_of(k_starts, [&](std::string_view start) { return line.bare.starts_with(start); }))
		return true;
	return line.tokens.size() <= 8 && line.bare.starts_with("bao ") && line.bare.ends_with(" dien tu");
}

/// The token behind the figure, the date or the word of the page that begins at token i; i itself where none does.
/// `word` is set to what kind of word it is.
std::size_t behind_page_word(const Line& line, std::size_t i, PageWord& word) {
	word = PageWord::none;
	if (line.tokens[i].kind != TokenKind::word) return i + 1;
	const PageWordMatch match = match_page_word(line.bare_from(i));
	word = match.word;
	if (match.word == PageWord::none || match.word == PageWord::source) return i;
	const std::size_t end = line.tokens[i].bare_begin + match.size;
	while (i < line.tokens.size() && line.tokens[i].bare_begin < end) ++i;
	return i;
}

/// Marks the tokens that are words of the page. `site` is set where one of them belongs to the frame of the site.
std::vector<bool> page_words_of(const Line& line, bool& site, bool& updated) {
	std::vector<bool> taken(line.tokens.size(), false);
	for (std::size_t i = 0; i < line.tokens.size();) {
		PageWord word{};
		const std::size_t behind = behind_page_word(line, i, word);
		site = site || word == PageWord::site;
		updated = updated || (behind > i && word != PageWord::none && line.bare_from(i).starts_with("cap nhat"));
		if (behind == i) ++i;
		while (i < behind) taken[i++] = true;
	}
	return taken;
}

bool all_page_words(const Line& line) {
	PageWord word{};
	for (std::size_t i = 0; i < line.tokens.size();) {
		const std::size_t behind = behind_page_word(line, i, word);
		if (behind == i) return false;
		i = behind;
	}
	return true;
}

/// "Trang chủ | Xã hội | Biên giới": short steps and nothing else.
bool is_path(const Line& line) {
	std::size_t steps = 1;
	std::size_t wide = 1;
	std::size_t words = 0;
	std::size_t longest = 0;
	for (std::size_t i = 0; i < line.tokens.size(); ++i) {
		const unsigned gap = line.tokens[i].gap;
		if (i > 0 && (gap & (gap_bar | gap_wide)) != 0) {
			longest = std::max(longest, words);
			words = 0;
			if ((gap & gap_bar) != 0) ++steps;
			++wide;
		}
		++words;
	}
	longest = std::max(longest, words);
	const bool from_home =
	    line.bare.starts_with("trang chu") || line.bare.starts_with("trang nhat") || line.bare.starts_with("home ");
	if (longest > 7) return false;
	return steps >= 3 || (steps == 2 && longest <= 6) || wide >= 3 || (from_home && wide >= 2);
}

/// One part of a line between bars, dashes and wide gaps.
struct Part {
	std::size_t begin = 0;
	std::size_t end = 0;
	std::size_t left = 0;  ///< words that are none of the page's
	bool dated = false;
};

std::vector<Part> parts_of(const Line& line, const std::vector<bool>& taken) {
	std::vector<Part> parts;
	for (std::size_t i = 0; i < line.tokens.size(); ++i) {
		constexpr unsigned k_between = gap_bar | gap_wide | gap_dash | gap_open | gap_close;
		// "19-3-2013" is one token; a dash before a time or a word parts.
		if (parts.empty() || (line.tokens[i].gap & k_between) != 0) parts.push_back({i, i, 0, false});
		auto& part = parts.back();
		part.end = i + 1;
		part.left += taken[i] ? 0U : 1U;
		part.dated = part.dated || line.tokens[i].kind == TokenKind::date;
	}
	return parts;
}

/// "Ngày 19/3/2013 - Pháp luật", "Lê An 10/06/2020 09:47 | Thời sự", "Thời sự - Ngày đăng : 19:40, 17/05/2022": a part
/// that is a date, perhaps behind a name, beside names of sections and counters of a few words each. Headlines that
/// name a day have it among other words.
bool read_date_parts(const Line& line, const std::vector<bool>& taken, PageLine& page) {
	constexpr std::size_t k_longest_section = 5;
	if (page.ends_sentence || line.two_dates) return false;
	const auto parts = parts_of(line, taken);
	if (parts.size() < 2 || parts.size() > 6) return false;
	auto signature = std::make_unique<Signature>();
	signature->date = line.date;
	for (const auto& part : parts) {
		if (part.left == 0) continue;
		if (part.left > k_longest_section) return false;
		std::size_t first = part.begin;
		while (first < part.end && taken[first]) ++first;
		std::size_t last = first;
		while (last < part.end && !taken[last]) ++last;
		const bool named = match_page_word(line.bare_from(part.begin)).size != 0 && first > part.begin &&
		                   (line.bare_from(part.begin).starts_with("dang boi") ||
		                    line.bare_from(part.begin).starts_with("nguoi dang"));
		if (!part.dated && !named) continue;
		// Beside the date itself only a name may stand, in front of it.
		if (!named && first != part.begin) return false;
		auto byline = read_byline(line, first, last);
		if (!byline && !named) return false;
		if (byline && signature->authors.empty()) signature->authors = std::move(byline->authors);
	}
	page.kind = LineKind::date;
	page.signature = std::move(signature);
	return true;
}

/// A line with a full date: does it stand alone, with buttons, with a by-line? Sets kind and signature if so.
bool read_date_line(const Line& line, PageLine& page) {
	if (!line.date || line.tokens.size() > 30) return false;
	bool site = false;
	bool updated = false;
	const std::vector<bool> taken = page_words_of(line, site, updated);
	page.site_date = site;
	page.updated = updated;
	// What is left must be one stretch: a by-line, or the name of a section.
	std::size_t first = line.tokens.size();
	std::size_t last = 0;
	std::size_t left = 0;
	for (std::size_t i = 0; i < taken.size(); ++i) {
		if (taken[i]) continue;
		first = std::min(first, i);
		last = i + 1;
		++left;
	}
	const auto accept = [&] {
		page.kind = LineKind::date;
		page.signature = std::make_unique<Signature>();
		page.signature->date = line.date;
	};
	if (left == 0) return accept(), true;
	// "Tạp chí Biên cương online, ngày 9 tháng 8 năm 2024": the periodical and its day.
	if (last - first == left && first == 0 && left <= 8 && last < line.tokens.size()) {
		static constexpr std::array<std::string_view, 6> k_periodicals = {
		    "tap chi ", "bao ", "cong thong tin ", "trang thong tin ", "trang tin ", "dai phat thanh "};
		const auto head = line.bare_from(0);
		if (std::any_of(k_periodicals.begin(), k_periodicals.end(),
		                [&](std::string_view words) { return head.starts_with(words); }))
			return accept(), true;
	}
	// "Sơn La, ngày 12 tháng 6 năm 2019" is how papers and letters begin and how reports are dated, not pages.
	const bool stretch = last - first == left;
	if (stretch && first == 0 && left <= 4 && last < line.tokens.size() && line.bare_of(last) == "ngay" &&
	    (line.tokens[last].gap & gap_comma) != 0) {
		page.place_date = true;
		page.signature = std::make_unique<Signature>();
		page.signature->date = line.date;
		return false;
	}
	if (left > 12) return false;
	// Words of the page may also be syllables of a name ("Xuân Sao"): the name reaches to the next separator.
	while (stretch && first > 0 && line.tokens[first].gap == 0 && line.tokens[first - 1].kind == TokenKind::word &&
	       line.tokens[first - 1].capital && !line.tokens[first - 1].all_capital &&
	       !line.bare_from(first - 1).starts_with("ngay") &&
	       match_page_word(line.bare_from(first - 1)).word == PageWord::none) {
		--first;
	}
	while (stretch && last < line.tokens.size() && line.tokens[last].gap == 0 &&
	       line.tokens[last].kind == TokenKind::word && line.tokens[last].capital) {
		++last;
	}
	if (stretch || (line.tokens[first].gap & gap_colon) == 0) {
		auto byline = read_byline(line, first, last);
		if (byline && stretch) {
			accept();
			page.signature->authors = std::move(byline->authors);
			return true;
		}
	}
	// A row of which one part is a date, the others counters and buttons nobody knows: "12/10/2022 09:21   In ra".
	if (left <= 10 && !page.ends_sentence) {
		std::size_t begin = 0;
		bool with_date = false;
		bool whole = true;
		for (std::size_t i = 0; i <= taken.size(); ++i) {
			if (i == taken.size() || (i > begin && (line.tokens[i].gap & gap_wide) != 0)) {
				if (with_date && whole && i - begin < taken.size()) return accept(), true;
				begin = i;
				with_date = false;
				whole = true;
			}
			if (i == taken.size()) break;
			with_date = with_date || line.tokens[i].kind == TokenKind::date;
			whole = whole && taken[i];
		}
	}
	const bool source = match_page_word(line.bare_from(first)).word == PageWord::source ||
	                    line.bare_of(first) == "bao" || line.bare_of(first) == "tac";
	if (source && left <= 8) return accept(), true;
	if (read_date_parts(line, taken, page)) return true;
	// The name of a section before or behind the date.
	if (left <= 4 && stretch && !page.ends_sentence && line.bare.find("ngay") == std::string::npos)
		return accept(), true;
	return false;
}

/// Lines that begin with a word of the page. Sets the kind if it is one of them.
bool read_page_words(const Line& line, PageLine& page) {
	const std::size_t count = line.tokens.size();
	const PageWordMatch match = match_page_word(line.bare);
	std::size_t next = 0;
	while (next < count && line.tokens[next].bare_begin < match.size) ++next;
	const std::size_t left = count - next;
	const unsigned gap = next < count ? line.tokens[next].gap : line.end_gap;
	const bool colon = (gap & gap_colon) != 0;
	const bool parted = left == 0 || colon || (gap & (gap_wide | gap_bar | gap_open)) != 0;
	// A counter behind the word: "Bình luận (0)".
	const bool counted = left == 1 && line.tokens[next].kind == TokenKind::number;
	switch (match.word) {
		case PageWord::line:
			if (left <= 25 && (left <= 12 || !page.ends_sentence || page.size() < 200)) page.kind = LineKind::link;
			return page.kind == LineKind::link;
		case PageWord::tags:
			if (colon || ((left == 0 || (gap & gap_wide) != 0) && match.size > 3)) page.kind = LineKind::tags;
			return page.kind == LineKind::tags;
		case PageWord::source: {
			if ((page.ends_sentence && !colon) || left == 0 || left > 9) return false;
			const bool names = colon || std::ranges::all_of(line.tokens.begin() + static_cast<std::ptrdiff_t>(next),
			                                                line.tokens.end(), [](const Token& token) {
				                                                return token.capital || token.kind != TokenKind::word;
			                                                });
			const bool outlet = left <= 7 && (line.bare_of(next) == "bao" || line.bare_of(next) == "tap" ||
			                                  line.bare_of(next) == "dai" || line.bare_of(next) == "cong" ||
			                                  line.bare_of(next) == "vtv" || line.bare_of(next) == "vov" ||
			                                  line.text.find(".vn") != std::string_view::npos);
			if (names || outlet) page.kind = LineKind::source;
			return names || outlet;
		}
		case PageWord::inset:
		case PageWord::related:
			if (page.ends_sentence && !(left == 0 || counted)) {
				// "Xem thêm: Lào hỗ trợ gì?": a link may end with a question mark, not go on as a sentence does.
				if (!colon || line.text.ends_with('.')) return false;
			}
			if (left == 0 || counted || (line.tokens[next].gap & gap_bar) != 0) {
				page.kind = match.word == PageWord::inset ? LineKind::inset : LineKind::related;
			} else if (colon) {
				page.kind = left <= 3 ? LineKind::inset : LineKind::link;
			} else if (left <= 5 && match.size > 6) {
				page.kind = match.word == PageWord::inset ? LineKind::inset : LineKind::related;
			} else {
				return false;
			}
			return true;
		case PageWord::comments:
			if (left == 0 || counted || colon || (left <= 3 && !page.ends_sentence)) page.kind = LineKind::comments;
			return page.kind == LineKind::comments;
		case PageWord::footer:
			if (parted || (left <= 12 && !page.ends_sentence && line.bare.starts_with("dia chi") == colon))
				page.kind = LineKind::footer;
			return page.kind == LineKind::footer;
		default: return false;
	}
}

/// "Đoàn tỉnh A thăm tỉnh B (17:42 03/10/2023)": the day of publication behind a headline. A bracket that holds words
/// of the page, a date and nothing else.
void read_day_tail(const Line& line, PageLine& page) {
	if (!line.date || line.two_dates || (line.end_gap & gap_close) == 0) return;
	std::size_t first = line.tokens.size();
	while (first > 0 && (line.tokens[first - 1].gap & gap_open) == 0) --first;
	if (first <= 1) return;
	--first;
	bool dated = false;
	for (std::size_t i = first; i < line.tokens.size();) {
		dated = dated || line.tokens[i].kind == TokenKind::date;
		if (line.tokens[i].kind != TokenKind::word) {
			++i;
			continue;
		}
		const auto match = match_page_word(line.bare_from(i));
		if (match.word != PageWord::tool) return;
		for (const auto end = line.tokens[i].bare_begin + match.size;
		     i < line.tokens.size() && line.tokens[i].bare_begin < end;)
			++i;
	}
	if (!dated) return;
	const auto open = line.text.find_last_of('(');
	if (open == std::string_view::npos || open == 0 || open > line.tokens[first].begin) return;
	page.day_tail = static_cast<std::uint32_t>(page.span.begin.value + open);
	page.signature = std::make_unique<Signature>();
	page.signature->date = line.date;
}

void look_at_short(const Line& line, PageLine& page) {
	const std::size_t count = line.tokens.size();
	if (count == 0) {
		page.kind = LineKind::junk;
		return;
	}
	const bool letters =
	    std::ranges::any_of(line.tokens, [](const Token& token) { return token.kind == TokenKind::word; });
	if (!letters && !line.date) {
		page.kind = page.hint == Hint::row ? LineKind::sentence : LineKind::junk;
		return;
	}
	page.words = static_cast<std::uint16_t>(count);
	page.starts_figure = line.tokens[0].kind != TokenKind::word;
	if (read_date_line(line, page)) return;
	if ((line.tokens[0].gap & gap_bar) != 0 &&
	    (line.text.starts_with('>') || line.text.starts_with("»") || line.text.starts_with("►"))) {
		page.kind = LineKind::link;
		return;
	}
	const auto byline = read_byline(line, 0, count);
	const auto sign = [&](const Byline& by) {
		page.kind = LineKind::byline;
		page.labelled = by.labelled || page.hint == Hint::byline;
		page.signature = std::make_unique<Signature>();
		page.signature->authors = by.authors;
		page.hash = hash_of(line.bare);
	};
	if (byline && byline->labelled) {  // before the page words: "Tin, ảnh" is also a heading
		if (byline->authors.empty())
			page.kind = LineKind::credit;
		else
			sign(*byline);
		return;
	}
	if (read_page_words(line, page)) return;
	// Rows of buttons; a single word that is also a word of the language is one only among others ("Sao", "Ngày").
	if ((count > 1 || line.bare.size() > 1) && all_page_words(line)) {
		// "Trang chủ" alone is the first step of a path whose others stand on lines of their own.
		const bool home = line.bare == "trang chu" || line.bare == "trang nhat" || line.bare == "home";
		page.kind = home ? LineKind::path : LineKind::tool;
		return;
	}
	if (byline && (byline->labelled || !page.ends_sentence || count <= 3)) {
		sign(*byline);
		return;
	}
	// "[Ảnh: …]", "(Video: …)": a place holder of the page for a picture.
	if (((line.tokens[0].gap & gap_open) != 0) && (line.end_gap & gap_close) != 0 && count > 1 &&
	    (line.tokens[1].gap & gap_colon) != 0 &&
	    (line.bare_of(0) == "anh" || line.bare_of(0) == "video" || line.bare_of(0) == "clip" ||
	     line.bare_of(0) == "audio")) {
		page.kind = LineKind::credit;
		return;
	}
	if (page.hint == Hint::row) {
		page.kind = LineKind::sentence;
		return;
	}
	if (is_motto(line))
		page.kind = LineKind::motto;
	else if (!page.ends_sentence && (is_path(line) || is_site_name(line)))
		page.kind = LineKind::path;
	else
		page.kind = page.ends_sentence ? LineKind::sentence : LineKind::title;

	if (page.kind == LineKind::title) read_day_tail(line, page);

	// "<headline> - Ảnh 2." is the text that stands for the second picture.
	std::size_t end = count;
	if (count > 4 && line.tokens[count - 1].kind == TokenKind::number && line.bare_of(count - 2) == "anh" &&
	    (line.tokens[count - 2].gap & gap_dash) != 0) {
		end = count - 2;
		page.picture_of = true;
	}
	page.hash = hash_of(std::string_view(line.bare).substr(0, line.tokens[end - 1].bare_end));
}

}  // namespace

PageLine look_at_line(std::string_view text, base::Span span, Hint hint, Line& buffer) {
	PageLine page;
	page.span = span;
	page.hint = hint;
	const std::string_view line = text.substr(span.begin.value, span.size());
	page.ends_sentence = ends_as_sentence(line);
	const char32_t first = text::decode(line, 0).value;
	// Of scripts that have small letters: Lao has not.
	const bool cased = first < 0xE00 || (first >= 0x1E00 && first < 0x2000);
	page.starts_small = (text::is_letter(first) && !text::is_upper(first) && cased) || first == U',' || first == U';';
	page.starts_figure = first >= U'0' && first <= U'9';
	page.doubled = second_printing(line);
	if (page.starts_small && hint == Hint::none && opens_with_file_name(line)) {
		page.kind = LineKind::link;
		return page;
	}
	if (const std::size_t credit = find_credit(line); credit != std::string_view::npos) {
		page.credit = static_cast<std::uint32_t>(span.begin.value + credit);
	}
	if (const std::size_t tail = find_signature(line); tail != std::string_view::npos) {
		take_apart(line.substr(tail), buffer);
		auto byline = read_byline(buffer, 0, buffer.tokens.size());
		if (byline && byline->labelled && !byline->authors.empty()) {
			page.kind = LineKind::sentence;
			page.ends_sentence = true;
			page.credit = static_cast<std::uint32_t>(span.begin.value + tail);
			page.tail_signed = true;
			page.words = static_cast<std::uint16_t>(
			    std::ranges::count(line.substr(0, std::min(tail, k_longest_short)), ' ') + 1);
			page.signature = std::make_unique<Signature>();
			page.signature->authors = std::move(byline->authors);
			return page;
		}
	}
	if (span.size() > k_longest_short) return page;
	if (page.ends_sentence && page.credit == 0 && span.size() > k_longest_button) {
		// A quick way out for running text: only a word of the page in front makes such a line anything else.
		const std::string_view word = bare_first_word(line, buffer.bare);
		if (!word.empty() && match_page_first(word) == FirstWord::no && hint == Hint::none && !line.starts_with('>')) {
			page.kind = LineKind::sentence;
			page.words = static_cast<std::uint16_t>(std::ranges::count(line, ' ') + 1);
			return page;
		}
	}
	take_apart(line, buffer);
	look_at_short(buffer, page);
	return page;
}

}  // namespace bienban::reading
