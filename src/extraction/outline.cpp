#include "extraction/outline.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/one_of.hpp"
#include "extraction/numbers.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using base::one_of;
using lexicon::EntryClass;
using model::BlockKind;
using text::TokenKind;

/// A heading is short; a topic before a colon shorter still.
constexpr std::uint32_t k_longest_heading = 26;
constexpr std::uint32_t k_longest_topic = 9;

struct BlockRange {
	std::uint32_t begin = 0;
	std::uint32_t end = 0;
	std::uint32_t block = 0;
};

std::vector<BlockRange> blocks_of(const Annotated& a) {
	std::vector<BlockRange> out;
	for (const auto& s : a.sentences) {
		if (out.empty() || out.back().block != s.block) {
			out.push_back({s.begin, s.end, s.block});
		} else {
			out.back().end = s.end;
		}
	}
	return out;
}

std::string lower_words(const Annotated& a, std::uint32_t begin, std::uint32_t end) {
	std::string out;
	for (auto t = begin; t < end; ++t) {
		if (!out.empty()) out += ' ';
		out += a.small(t);
	}
	return out;
}

bool mostly_capital(const Annotated& a, std::uint32_t begin, std::uint32_t end) {
	std::uint32_t words = 0;
	std::uint32_t capitals = 0;
	for (auto t = begin; t < end; ++t) {
		if (a.tokens[t].kind != TokenKind::word) continue;
		++words;
		capitals += a.tokens[t].all_capital ? 1U : 0U;
	}
	return words >= 2 && capitals * 10 >= words * 7;
}

template <std::size_t N>
bool holds(std::string_view words, const std::array<std::string_view, N>& list) {
	return std::any_of(list.begin(), list.end(), [&](auto w) { return words.find(w) != std::string_view::npos; });
}

/// What a heading announces. "KẾT QUẢ … VÀ PHƯƠNG HƯỚNG …" is the title of the whole and announces neither.
Matter matter_of(std::string_view words) {
	static constexpr std::array<std::string_view, 8> k_wanting = {"tồn tại",     "hạn chế", "khó khăn",  "vướng mắc",
	                                                              "nguyên nhân", "bất cập", "thiếu sót", "bài học"};
	static constexpr std::array<std::string_view, 16> k_planned = {
	    "phương hướng",      "nhiệm vụ",  "thống nhất", "thời gian tới",  "cam kết",
	    "kiến nghị",         "đề nghị",   "đề xuất",    "trọng tâm",      "nội dung hợp tác",
	    "nội dung phối hợp", "giải pháp", "kế hoạch",   "thỏa thuận như", "cùng nhau thỏa thuận",
	    "năm tiếp theo"};
	static constexpr std::array<std::string_view, 7> k_done = {
	    "kết quả", "đánh giá", "tình hình thực hiện", "đã làm", "ưu điểm", "tình hình phối hợp", "việc đã"};
	static constexpr std::array<std::string_view, 9> k_frame = {"thành phần",        "tham dự",       "đại biểu",
	                                                            "đặc điểm",          "căn cứ",        "điều khoản",
	                                                            "tổ chức thực hiện", "phía việt nam", "phía lào"};
	const bool done = holds(words, k_done);
	const bool planned = holds(words, k_planned);
	if (holds(words, k_wanting) && !done && !planned) return Matter::wanting;
	if (done && planned) return Matter::none;
	if (done) return Matter::done;
	if (planned) return Matter::planned;
	return holds(words, k_frame) ? Matter::frame : Matter::none;
}

/// "Hai bên luân phiên …": it says something, so it is no heading.
bool has_verb(const Annotated& a, std::uint32_t begin, std::uint32_t end) {
	using lexicon::Cue;
	for (const auto& m : a.matches_in(begin, end)) {
		switch (m.cue()) {
			case Cue::done:
			case Cue::will:
			case Cue::agree:
			case Cue::give:
			case Cue::both: return true;
			default: break;
		}
	}
	return false;
}

/// "Biên bản này …", "Biên bản được lập thành 04 bản …", "Bản ghi nhớ làm thành hai bản".
bool speaks_of_itself(const Annotated& a, std::uint32_t t) {
	if (a.word(t) == "này") return true;
	if (a.word(t) == "được") ++t;
	return (a.word(t) == "lập" || a.word(t) == "làm") && a.word(t + 1) == "thành";
}

std::optional<std::string> first_period(const std::vector<DateMention>& dates, std::uint32_t begin, std::uint32_t end) {
	for (const auto& d : dates) {
		if (d.begin >= end) break;
		if (d.begin >= begin && !d.anniversary && d.from.day == 0 && d.from.year != 0) return d.edtf;
	}
	return std::nullopt;
}

}  // namespace

std::optional<Label> label_at(const Annotated& a, std::uint32_t begin, std::uint32_t end) {
	if (begin >= end) return std::nullopt;
	Label label;
	auto t = begin;
	const auto mark = [&](std::uint32_t at) {
		return at < end && (a.tokens[at].is('.') || a.tokens[at].is(')') || a.tokens[at].is(':'));
	};
	static constexpr std::array<std::string_view, 6> k_parts = {"phần", "chương", "mục", "phụ", "khoản", "điểm"};
	const auto first = a.small(t);
	if ((first == "điều" || one_of(std::string_view(first), k_parts)) && t + 1 < end) {
		const auto& next = a.tokens[t + 1];
		const bool number = next.kind == TokenKind::number;
		if (!a.tokens[t].capital || (!number && (!next.all_capital && next.end - next.begin > 1))) return std::nullopt;
		if (!number && !parse_roman(a.word(t + 1))) return std::nullopt;
		label.article = first == "điều";
		label.level = label.article ? 2 : first == "khoản" ? 3 : first == "điểm" ? 4 : 0;
		label.number = std::string(a.word(t + 1));
		label.end = t + 2;
		if (mark(label.end)) ++label.end;
		while (!label.number.empty() && label.number.back() == '.') label.number.pop_back();
		return label;
	}
	const auto& token = a.tokens[t];
	const auto size = token.end - token.begin;
	if (!mark(t + 1)) return std::nullopt;
	if (token.kind == TokenKind::number) {
		if (size > 5 || a.tokens[t + 1].is(':')) return std::nullopt;
		label.level = 3;
	} else if (token.kind == TokenKind::word && token.capital && parse_roman(a.word(t)) && size <= 5) {
		label.level = 1;
	} else if (token.kind == TokenKind::word && size <= 2 && !a.tokens[t + 1].is(':')) {
		label.level = token.capital ? 2 : 4;
	} else {
		return std::nullopt;
	}
	label.number = std::string(a.word(t));
	label.end = t + 2;
	return label;
}

std::optional<OfficialPaper> find_paper(const Annotated& a, const std::vector<DateMention>& dates) {
	const auto& blocks = a.document.blocks;
	const auto title =
	    std::find_if(blocks.begin(), blocks.end(), [](const auto& b) { return b.kind == BlockKind::headline; });
	if (title == blocks.end()) return std::nullopt;
	const auto ranges = blocks_of(a);
	const auto index = static_cast<std::uint32_t>(title - blocks.begin());
	const auto range = std::find_if(ranges.begin(), ranges.end(), [&](const auto& r) { return r.block == index; });
	if (range == ranges.end() || !a.tokens[range->begin].all_capital) return std::nullopt;
	OfficialPaper paper;
	paper.begin = range->begin;
	paper.end = range->end;
	if (const auto* instrument = a.at(range->begin, EntryClass::instrument); instrument != nullptr) {
		paper.instrument = a.lexicon.instrument(instrument->index).instrument;
	} else if (const auto words = lower_words(a, range->begin, std::min(range->end, range->begin + 3));
	           words.starts_with("bản ghi nhớ")) {
		paper.instrument = model::Instrument::memorandum;
	} else if (words.starts_with("biên bản")) {
		paper.instrument = model::Instrument::minutes;
	} else if (!words.starts_with("báo cáo")) {
		return std::nullopt;
	}
	// The marks of an office: a number or a motto above, signatures, articles, legal bases.
	int marks = 0;
	for (const auto& block : blocks) {
		const auto head = std::string_view(a.document.text)
		                      .substr(block.span.begin.value, std::min<std::size_t>(block.span.size(), 24));
		if (block.kind == BlockKind::signature) marks += 2;
		if (block.kind == BlockKind::kicker && (head.starts_with("Số") || head.starts_with("CỘNG HÒA"))) ++marks;
		if (head.starts_with("Điều 1") || head.starts_with("Căn cứ") || head.starts_with("Hôm nay, ngày") ||
		    head.starts_with("Chúng tôi"))
			++marks;
		if (head.starts_with("Biên bản này") || head.starts_with("Bản ghi nhớ này") ||
		    head.starts_with("Biên bản ghi nhớ") || head.starts_with("Thỏa thuận này"))
			++marks;
	}
	if (marks < 2) return std::nullopt;
	paper.term = first_period(dates, paper.begin, paper.end);
	// The day of signing: said at the end, else at the beginning ("Hôm nay, ngày …"), else in the date line.
	for (auto r = ranges.rbegin(); r != ranges.rend() && !paper.signed_on; ++r) {
		const auto words = lower_words(a, r->begin, std::min(r->end, r->begin + 40));
		const bool says = words.find("được ký") != std::string::npos || words.starts_with("hôm nay") ||
		                  words.find("làm tại") != std::string::npos || words.find("lập tại") != std::string::npos ||
		                  words.find("ký tại") != std::string::npos;
		if (!says || r->begin == paper.begin) continue;
		for (const auto& d : dates) {
			if (d.begin >= r->begin && d.begin < r->end && d.from.day != 0 && !d.period && !d.anniversary)
				paper.signed_on = d.edtf;
		}
	}
	for (const auto& r : ranges) {
		if (paper.signed_on) break;
		const auto size = r.end - r.begin;
		for (const auto& d : dates) {
			if (d.begin >= r.begin && d.begin < r.end && size <= 16 && d.end + 1 >= r.end && d.from.day != 0 &&
			    !d.period && !d.anniversary)
				paper.signed_on = d.edtf;
		}
	}
	return paper;
}

std::vector<Section> find_sections(const Annotated& a, const std::vector<DateMention>& dates,
                                   const std::optional<OfficialPaper>& paper) {
	struct Open {
		int level = 0;
		Matter matter = Matter::none;
		std::optional<std::string> period;
		std::string number;
		bool article = false;
	};
	std::vector<Section> out;
	std::vector<Open> open;
	const bool agreed = paper && paper->instrument;
	const auto bare = Open{-1, Matter::none, agreed || !paper ? std::nullopt : paper->term, {}, false};
	for (const auto& range : blocks_of(a)) {
		const auto kind = a.document.blocks[range.block].kind;
		if (kind == BlockKind::headline || kind == BlockKind::caption) continue;
		const auto label = label_at(a, range.begin, range.end);
		const auto text_begin = label ? label->end : range.begin;
		// "Biên bản này được làm thành hai bản …": the paper speaks of itself.
		if (const auto* own = a.at(range.begin, EntryClass::instrument);
		    !label && own != nullptr && own->end + 2 < range.end && speaks_of_itself(a, own->end)) {
			open.clear();
			Section closing;
			closing.begin = range.begin;
			closing.end = range.end;
			closing.matter = Matter::frame;
			out.push_back(std::move(closing));
			continue;
		}
		const auto size = range.end - text_begin;
		const auto& last = a.tokens[range.end - 1];
		const bool capital = mostly_capital(a, text_begin, range.end);
		const bool heading = size > 0 && size <= k_longest_heading && (label || capital) &&
		                     (capital || (!last.is('.') && !last.is(';'))) &&
		                     (capital || !has_verb(a, text_begin, range.end));
		if (label || heading) {
			const int level = label ? label->level : 1;
			std::erase_if(open, [&](const Open& o) { return o.level >= level; });
			Open next{level, Matter::none, std::nullopt, label ? label->number : std::string(),
			          label && label->article};
			if (heading) {
				next.matter = matter_of(lower_words(a, text_begin, range.end));
				next.period = first_period(dates, text_begin, range.end);
			}
			if (next.matter == Matter::none && label && label->article && agreed) next.matter = Matter::planned;
			open.push_back(std::move(next));
		}
		if (open.empty() && !(paper && !agreed)) continue;
		Section section;
		section.begin = text_begin;
		section.end = range.end;
		section.heading = heading;
		section.period = bare.period;
		std::string article;
		for (const auto& o : open) {
			if (o.matter != Matter::none) section.matter = o.matter;
			if (o.period) section.period = o.period;
			if (o.level >= 2 && !o.number.empty() && (o.level != 2 || o.article)) {
				if (!article.empty()) article += '.';
				article += o.number;
			}
		}
		if (section.matter == Matter::planned && !section.period && agreed) section.period = paper->term;
		if (agreed && section.matter == Matter::planned && !article.empty()) section.article = article;
		// "2. Giáo dục - đào tạo: Trong năm, …": the topic says nothing.
		if (label && !heading) {
			for (auto t = text_begin; t < range.end && t < text_begin + k_longest_topic; ++t) {
				if (!a.tokens[t].is(':')) continue;
				if (!has_verb(a, text_begin, t)) section.begin = t + 1;
				break;
			}
		}
		if (section.begin < section.end) out.push_back(std::move(section));
	}
	return out;
}

}  // namespace bienban::extraction
