#include "reading/byline.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "text/letters.hpp"

namespace bienban::reading {

namespace {

using base::one_of;

// The words that labels are made of. Only a label with one of the first list speaks of a writer.
constexpr std::array<std::string_view, 16> k_writer_words = {"tin",  "bai",  "tac", "gia", "phong", "vien",
                                                             "pv",   "viet", "ghi", "loi", "thuc",  "hien",
                                                             "nhom", "soan", "hop", "but"};
constexpr std::array<std::string_view, 24> k_other_words = {
    "anh", "va",    "video", "clip", "nguoi", "su",   "tong", "bien",  "minh", "hoa", "do", "trinh",
    "bay", "thiet", "ke",    "quay", "phim",  "dung", "dich", "nguon", "bay",  "ky",  "su", "infographic"};

constexpr std::array<std::string_view, 12> k_abbreviations = {"pv",    "p.v", "bbt", "b.b.t", "ctv",  "btv",
                                                              "ttxvn", "vov", "vtv", "bđbp",  "qđnd", "tt"};

// Collective by-lines, which have small letters in them.
constexpr std::array<std::string_view, 8> k_collectives = {
    "nhom pv", "nhom phong vien", "nhom tac gia", "phong vien", "ban bien tap", "cong tac vien", "nhom ptv", "bao chi"};

// Names of sections, of pages and of agencies, set in capitals like names of people.
constexpr std::array<std::string_view, 62> k_not_names = {"thoi su",
                                                          "chinh tri",
                                                          "xa hoi",
                                                          "kinh te",
                                                          "doi ngoai",
                                                          "quoc phong",
                                                          "an ninh",
                                                          "the gioi",
                                                          "trong nuoc",
                                                          "quoc te",
                                                          "van hoa",
                                                          "giao duc",
                                                          "phap luat",
                                                          "the thao",
                                                          "doi song",
                                                          "bien gioi",
                                                          "y te",
                                                          "suc khoe",
                                                          "tin tuc",
                                                          "su kien",
                                                          "su kien binh luan",
                                                          "trong tinh",
                                                          "du lich",
                                                          "moi truong",
                                                          "khoa hoc",
                                                          "cong nghe",
                                                          "ban doc",
                                                          "xay dung dang",
                                                          "nong nghiep",
                                                          "tin trong tinh",
                                                          "ttxvn",
                                                          "vov",
                                                          "viet nam",
                                                          "lao",
                                                          "viet lao",
                                                          "trang chu",
                                                          "bien dao",
                                                          "ban tin",
                                                          "thong bao",
                                                          "qdnd",
                                                          "trang tin",
                                                          "hoat dong",
                                                          "tin hoat dong",
                                                          "nghien cuu trao doi",
                                                          "dai doan ket",
                                                          "tuoi tre",
                                                          "thanh nien",
                                                          "nhan dan",
                                                          "tien phong",
                                                          "lao dong",
                                                          "nguoi lao dong",
                                                          "bien phong",
                                                          "quan doi nhan dan",
                                                          "cong an nhan dan",
                                                          "dan tri",
                                                          "ha noi moi",
                                                          "sai gon giai phong",
                                                          "vietnamnet",
                                                          "vnexpress",
                                                          "vietnamplus",
                                                          "vtv",
                                                          "het"};

// Posts over which somebody signs, set in capitals in the signature blocks of papers.
constexpr std::array<std::string_view, 14> k_posts = {
    "chu tich", "pho chu tich", "bi thu",          "pho bi thu",  "giam doc",        "pho giam doc", "chi huy truong",
    "chinh uy", "tu lenh",      "chanh van phong", "truong doan", "pho truong doan", "cuc truong",   "vu truong"};

// How the name of a body begins for which somebody writes: "Thu An - Đài PTTH tỉnh".
constexpr std::array<std::string_view, 16> k_bodies = {"dai",   "bao",    "so",   "ban",   "van",  "cong",
                                                       "trung", "tt",     "bdbp", "phong", "ubnd", "huyen",
                                                       "bo",    "truong", "chi",  "cuc"};

bool is_label_word(std::string_view bare) { return one_of(bare, k_writer_words) || one_of(bare, k_other_words); }

bool is_writer_label(const Line& line, std::size_t first, std::size_t last) {
	for (std::size_t i = first; i < last; ++i) {
		if (one_of(line.bare_of(i), k_writer_words)) return true;
	}
	return false;
}

/// Where a label that begins at `first` ends: the first token behind its colon. `first` where there is no label.
std::size_t label_end(const Line& line, std::size_t first, std::size_t last) {
	for (std::size_t i = first; i < std::min(last, first + 7); ++i) {
		if (i > first && (line.tokens[i].gap & gap_colon) != 0) return i;
		if (!is_label_word(line.bare_of(i))) return first;
	}
	return first;
}

std::size_t letters_in(std::string_view bare) {
	return static_cast<std::size_t>(std::ranges::count_if(bare, [](char c) { return c != '.' && c != '-'; }));
}

bool is_collective(std::string_view bare) {
	return std::ranges::any_of(k_collectives, [&](std::string_view words) { return bare.starts_with(words); }) ||
	       one_of(bare, k_abbreviations);
}

std::string_view bare_between(const Line& line, std::size_t first, std::size_t last) {
	const auto begin = line.tokens[first].bare_begin;
	return std::string_view(line.bare).substr(begin, line.tokens[last - 1].bare_end - begin);
}

/// Whether the tokens can be what one author signs.
bool is_name(const Line& line, std::size_t first, std::size_t last, bool labelled) {
	const std::size_t words = last - first;
	if (words == 0 || words > 7) return false;
	const std::string_view bare = bare_between(line, first, last);
	for (std::size_t i = first; i < last; ++i) {
		if (line.tokens[i].kind != TokenKind::word) return false;
	}
	if (is_collective(bare)) return true;
	if (words > 5 || one_of(bare, k_not_names) || one_of(bare, k_posts)) return false;
	for (std::size_t i = first; i < last; ++i) {
		const std::string_view word = line.bare_of(i);
		const bool syllable = letters_in(word) <= 7 || word.find_first_of(".-") != std::string_view::npos;
		if (!line.tokens[i].capital || (!labelled && !syllable)) return false;
	}
	return true;
}

/// Where an office keeps its copy, at the foot of a paper: "Lưu: VT", "Lưu VT, HC". Lưu is a family name too.
bool is_filing_note(const Line& line, std::size_t first, std::size_t last) {
	if (line.bare_of(first) != "luu" || first + 1 >= last) return false;
	return (line.tokens[first + 1].gap & gap_colon) != 0 || line.bare_of(first + 1) == "vt" ||
	       line.bare_from(first + 1).starts_with("van thu");
}

/// The names in [first, last), parted by commas, dashes and the like. Nothing where one part is no name.
std::optional<std::vector<std::string>> read_names(const Line& line, std::size_t first, std::size_t last,
                                                   bool labelled) {
	constexpr unsigned k_between = gap_comma | gap_semicolon | gap_dash | gap_bar | gap_amp | gap_wide | gap_slash |
	                               gap_open | gap_close | gap_period;
	std::vector<std::string> names;
	std::size_t begin = first;
	bool organisation = false;  // behind a slash or in brackets: for whom they write
	for (std::size_t i = first; i <= last; ++i) {
		const bool joined = i < last && line.bare_of(i) == "va";
		const bool cut = i == last || joined || (i > first && (line.tokens[i].gap & k_between) != 0);
		if (!cut) continue;
		if (i > begin && !organisation) {
			if (is_name(line, begin, i, labelled)) {
				auto name = signed_name(line.text_of(begin, i - 1));
				if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
			} else if (names.empty() || (!labelled && !one_of(line.bare_of(begin), k_bodies))) {
				return std::nullopt;
			}
		}
		begin = joined ? i + 1 : i;
		if (i < last) organisation = (line.tokens[i].gap & (gap_slash | gap_open)) != 0;
	}
	if (names.empty() || names.size() > 5) return std::nullopt;
	return names;
}

}  // namespace

std::string signed_name(std::string_view name) {
	std::string out;
	Line line;
	take_apart(name, line);
	const bool all_capital = std::ranges::all_of(line.tokens, [](const Token& token) { return token.all_capital; });
	std::size_t copied = 0;
	for (std::size_t i = 0; i < line.tokens.size(); ++i) {
		const Token& token = line.tokens[i];
		out.append(name.substr(copied, token.begin - copied));
		copied = token.end;
		const std::string_view word = name.substr(token.begin, token.end - token.begin);
		const std::string_view bare = line.bare_of(i);
		const bool vowel = bare.find_first_of("aeiouy") != std::string_view::npos;
		const bool initials = bare.find('.') != std::string_view::npos || one_of(bare, k_abbreviations) || !vowel ||
		                      (line.tokens.size() == 1 && letters_in(bare) < 3);
		out += all_capital && !initials ? text::title_case(word) : std::string(word);
	}
	return out;
}

std::optional<Byline> read_byline(const Line& line, std::size_t first, std::size_t last) {
	last = std::min(last, line.tokens.size());
	if (first >= last || last - first > 24 || is_filing_note(line, first, last)) return std::nullopt;
	Byline byline;
	std::size_t at = label_end(line, first, last);
	if (at == first) {
		// "Bài và ảnh Lò Văn Toản": a label whose colon was forgotten is told by its "ảnh".
		if (line.bare_of(first) == "bai" || line.bare_of(first) == "tin") {
			std::size_t i = first + 1;
			while (i < last && is_label_word(line.bare_of(i)) && !line.tokens[i].capital) ++i;
			if (i > first + 1 && i < last && line.bare_of(i - 1) == "anh") at = i;
		}
	}
	if (at == first) {
		auto names = read_names(line, first, last, false);
		if (!names) return std::nullopt;
		byline.authors = std::move(*names);
		return byline;
	}
	byline.labelled = true;
	std::size_t label = first;
	while (at < last) {
		// The names of this label reach to the next one: "Bài: Thu Hà - Ảnh: Văn An".
		std::size_t end = at;
		std::size_t next = last;
		for (std::size_t i = at + 1; i < last; ++i) {
			if (line.tokens[i].gap == 0) continue;
			next = label_end(line, i, last);
			if (next != i) {
				end = i;
				break;
			}
			next = last;
		}
		if (end == at) end = last;
		if (is_writer_label(line, label, at)) {
			auto names = read_names(line, at, end, true);
			if (!names) return std::nullopt;
			for (auto& name : *names) {
				if (std::ranges::find(byline.authors, name) == byline.authors.end()) byline.authors.push_back(name);
			}
		} else if (end - at > 8) {
			return std::nullopt;  // "Ảnh: …" that goes on is a description
		}
		label = end;
		at = end == last ? last : next;
	}
	return byline;
}

}  // namespace bienban::reading
