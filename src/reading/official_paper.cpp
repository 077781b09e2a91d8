#include "reading/official_paper.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/letters.hpp"

namespace bienban::reading {

namespace {

using model::BlockKind;

/// How far down the title may stand, how long it may be, and how long a line of signatures is at most.
constexpr std::size_t k_longest_head = 16;
constexpr std::size_t k_longest_title = 6;
constexpr std::size_t k_longest_signature = 160;  // bytes
constexpr std::size_t k_longest_title_line = 240;

template <std::size_t N>
bool begins_with(std::string_view line, const std::array<std::string_view, N>& heads) {
	return std::any_of(heads.begin(), heads.end(), [&](std::string_view head) { return line.starts_with(head); });
}

constexpr std::array<std::string_view, 18> k_types = {
    "biên bản",       "bản ghi nhớ",           "thỏa thuận",        "thoả thuận",
    "bản thỏa thuận", "bản thoả thuận",        "quy chế",           "báo cáo",
    "thông báo",      "kế hoạch hợp tác",      "kế hoạch phối hợp", "chương trình hợp tác",
    "bản cam kết",    "chương trình phối hợp", "ý định thư",        "bản giao ước",
    "quy ước",        "thông cáo chung"};

/// Ways in which an office shows itself.
constexpr std::array<std::string_view, 16> k_marks = {"số:",
                                                      "số :",
                                                      "điều 1",
                                                      "căn cứ",
                                                      "hôm nay, ngày",
                                                      "hôm nay ngày",
                                                      "chúng tôi",
                                                      "nơi nhận",
                                                      "biên bản này",
                                                      "bản ghi nhớ này",
                                                      "biên bản ghi nhớ này",
                                                      "thỏa thuận này",
                                                      "thoả thuận này",
                                                      "bản thỏa thuận này",
                                                      "kính gửi",
                                                      "biên bản hội đàm này"};

constexpr std::array<std::string_view, 12> k_signs = {"đại diện",      "thay mặt",      "tm.",      "t/m",
                                                      "kt.",           "tl.",           "tuq.",     "nơi nhận",
                                                      "phía việt nam", "đại diện phía", "phía lào", "trưởng đoàn"};

constexpr std::array<std::string_view, 13> k_body = {"căn cứ", "hôm nay", "thực hiện", "theo ", "i.",
                                                     "1.",     "điều",    "kính gửi",  "phần",  "chương",
                                                     "ngày ",  "từ ngày", "trên cơ sở"};

/// A name alone on its line: "Đinh Văn Hòa", "Đại tá Khăm Phủi Xay Nha Lạt".
bool may_be_name(std::string_view line) {
	std::size_t words = 0;
	std::size_t small = 0;
	for (std::size_t at = 0; at < line.size();) {
		const auto end = std::min(line.find(' ', at), line.size());
		if (end > at) {
			const auto c = text::decode(line, at);
			if (!text::is_letter(c.value)) return false;
			++words;
			small += text::is_upper(c.value) ? 0U : 1U;
		}
		at = end + 1;
	}
	return words >= 2 && words <= 8 && small <= 1;
}

/// The signatures at the very end that nothing introduces: "CỤC TRƯỞNG" and, below it, a name.
std::size_t bare_signatures(std::string_view text, const std::vector<PageLine>& lines, std::size_t floor) {
	auto first = lines.size();
	bool name = false;
	bool post = false;
	while (first > floor + 1) {
		const auto line = text.substr(lines[first - 1].span.begin.value, lines[first - 1].size());
		if (lines[first - 1].size() > k_longest_signature || lines[first - 1].ends_sentence) break;
		if (text::all_capitals(line)) {
			post = true;
		} else if (may_be_name(line)) {
			name = true;
		} else if (!line.starts_with('(')) {
			break;
		}
		--first;
	}
	return name && post ? first : lines.size();
}

}  // namespace

std::optional<PaperForm> paper_form(std::string_view text, const std::vector<PageLine>& lines) {
	const auto text_of = [&](std::size_t i) { return text.substr(lines[i].span.begin.value, lines[i].size()); };
	std::optional<std::size_t> title;
	for (std::size_t i = 0; i < std::min(lines.size(), k_longest_head) && !title; ++i) {
		if (lines[i].size() > k_longest_title_line || lines[i].ends_sentence) continue;
		if (lines[i].hint == Hint::chrome || !text::all_capitals(text_of(i))) continue;
		if (begins_with(text::lower(text_of(i)), k_types)) title = i;
	}
	if (!title) return std::nullopt;

	PaperForm form;
	form.title = *title;
	form.title_end = form.title + 1;
	while (form.title_end < lines.size() && form.title_end < form.title + k_longest_title) {
		const auto& line = lines[form.title_end];
		const auto words = text_of(form.title_end);
		if (line.ends_sentence || line.place_date || line.size() > k_longest_title_line) break;
		if (begins_with(text::lower(words), k_body)) break;
		if (line.after_blank && !line.starts_small && !text::all_capitals(words)) break;
		if (!line.after_blank && !text::all_capitals(words) && !line.starts_small && line.size() > 160) break;
		++form.title_end;
	}

	int marks = 0;
	form.signatures = lines.size();
	for (std::size_t i = 0; i < lines.size(); ++i) {
		if (i >= form.title && i < form.title_end) continue;
		const auto& line = lines[i];
		// Only the head of a line matters, and a line may be long.
		const auto head = text::lower(text_of(i).substr(0, 40));
		const bool sign = i >= form.title_end && begins_with(head, k_signs) && line.size() <= k_longest_signature &&
		                  !line.ends_sentence && (text::all_capitals(text_of(i)) || head.starts_with("nơi nhận"));
		if (line.kind == LineKind::motto || line.place_date || sign || begins_with(head, k_marks)) ++marks;
		if (sign && form.signatures == lines.size()) form.signatures = i;
		if (!sign && i > form.signatures && line.size() > k_longest_signature) form.signatures = lines.size();
	}
	if (marks < 2) return std::nullopt;
	if (form.signatures == lines.size()) form.signatures = bare_signatures(text, lines, form.title_end);
	return form;
}

std::vector<BlockKind> lay_out_paper(const PaperForm& form, const std::vector<PageLine>& lines) {
	std::vector<BlockKind> kinds(lines.size(), BlockKind::paragraph);
	for (std::size_t i = 0; i < lines.size(); ++i) {
		if (lines[i].hint == Hint::chrome) {
			kinds[i] = BlockKind::chrome;
		} else if (i < form.title) {
			kinds[i] = lines[i].place_date ? BlockKind::paragraph : BlockKind::kicker;
		} else if (i < form.title_end) {
			kinds[i] = BlockKind::headline;
		} else if (i >= form.signatures) {
			kinds[i] = BlockKind::signature;
		} else if (lines[i].kind == LineKind::motto) {
			kinds[i] = BlockKind::kicker;
		}
	}
	return kinds;
}

void add_signature_line(std::vector<model::Block>& blocks, std::string_view text, base::Span line) {
	auto begin = line.begin.value;
	const auto end = line.end.value;
	for (auto at = begin; at < end;) {
		// Three spaces or a tab part two columns.
		auto gap = at;
		while (gap < end && (text[gap] == ' ' || text[gap] == '\t')) ++gap;
		const bool parts =
		    gap - at >= 3 || (gap > at && text.substr(at, gap - at).find('\t') != std::string_view::npos);
		if (parts) {
			if (at > begin) blocks.push_back({BlockKind::signature, {base::ByteOffset(begin), base::ByteOffset(at)}});
			begin = gap;
		}
		at = gap > at ? gap : at + 1;
	}
	if (end > begin) blocks.push_back({BlockKind::signature, {base::ByteOffset(begin), base::ByteOffset(end)}});
}

}  // namespace bienban::reading
