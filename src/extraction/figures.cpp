#include "extraction/figures.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Cue;
using lexicon::EntryClass;

/// Words that end a noun phrase: prepositions, conjunctions and verbs that follow goods.
bool ends_phrase(std::string_view word) {
	static constexpr std::array<std::string_view, 60> k_words = {
	    "tặng", "cũng", "đều",  "vừa",  "mới",  "chuyển", "gửi",  "khắc", "vẫn",  "nữa", "kèm",  "ấy",
	    "này",  "đó",   "kia",  "nọ",   "cho",  "để",     "với",  "của",  "tại",  "ở",   "nhằm", "phục",
	    "trị",  "gồm",  "giúp", "là",   "được", "đã",     "do",   "từ",   "trên", "và",  "cùng", "trong",
	    "sang", "đến",  "có",   "tới",  "bằng", "mỗi",    "theo", "hỗ",   "vào",  "về",  "bị",   "góp",
	    "khi",  "nhân", "sẽ",   "đang", "nặng", "còn",    "qua",  "tổng", "đạt",  "dọc", "hôm",  "ngày"};
	return base::one_of<k_words>(word);
}

/// As the text has it, with one space between words and no capital that only begins a line: "Lớp tiếng Việt" → "lớp
/// tiếng Việt".
std::string tidy(std::string_view words) {
	auto out = text::all_capitals(words) ? text::lower(words) : text::without_capital(words);
	std::size_t size = 0;
	bool space = false;
	for (const char c : out) {
		if (c == ' ' || c == '\n' || c == '\t') {
			space = true;
			continue;
		}
		if (space && size > 0) out[size++] = ' ';
		space = false;
		out[size++] = c;
	}
	out.resize(size);
	return out;
}

/// "10 bộ bàn ghế", "2 con bò giống": the measure word apart from the goods, whichever way the table has them.
void split_measure(Count& count) {
	if (count.entry == nullptr || !(count.entry->goods || count.entry->measure)) return;
	static constexpr std::array<std::string_view, 20> k_measures = {
	    "tấm", "bộ",  "cuốn", "quyển", "chiếc", "con",  "mét",   "đôi", "cái",  "kg",
	    "tấn", "túi", "hộp",  "bình",  "thùng", "liều", "cơ số", "dàn", "viên", "cặp"};
	for (const auto measure : k_measures) {
		if (count.unit.size() <= measure.size() + 1 || !count.unit.starts_with(measure) ||
		    count.unit[measure.size()] != ' ')
			continue;
		auto goods = count.unit.substr(measure.size() + 1);
		if (count.item.empty() || count.entry->goods) {
			if (count.item.starts_with(count.unit)) goods = count.item.substr(measure.size() + 1);
			count.item = std::move(goods);
		} else {
			count.item = goods + ' ' + count.item;
		}
		count.unit = measure;
		return;
	}
}

}  // namespace

namespace {

/// "cá nhân", "bệnh nhân", "quân nhân": the second syllable, and no "on the occasion of".
bool makes_people(std::string_view before) {
	static constexpr std::array<std::string_view, 7> k_words = {"cá", "bệnh", "quân", "công", "nạn", "doanh", "tư"};
	return base::one_of<k_words>(before);
}

}  // namespace

std::uint32_t noun_phrase_end(const Context& c, std::uint32_t t, std::uint32_t limit) {
	const auto& a = c.a();
	const auto start = t;
	while (t < limit && t < start + 12) {
		const auto& k = a.tokens[t];
		if (k.kind == text::TokenKind::number) break;
		if (k.kind == text::TokenKind::punctuation) {
			if (!(k.is('-') && t > start && !k.space_before) && !(k.is('"') && t == start)) break;
			++t;
			continue;
		}
		const auto word = a.word(t);
		if (t > start && ends_phrase(word) && !(word == "nhân" && makes_people(a.word(t - 1)))) break;
		// "20 chai nước sát khuẩn loại 500 ml": the kind is no part of it, "các loại" is.
		if (t > start && word == "loại" && a.word(t - 1) != "các" && a.word(t - 1) != "nhiều" &&
		    a.word(t - 1) != "chủng")
			break;
		// "25 bộ máy in Sở A gửi tặng": who gives them is no part of them.
		if (const auto named = t > start ? c.parties_in(t, t + 1) : std::span<const PartyMention>{};
		    !named.empty() && named.front().begin == t && !named.front().parties.empty()) {
			const auto kind = kind_of(named.front().parties.front());
			if (kind != "school" && kind != "village" && kind != "commune" && kind != "district" && kind != "state")
				break;
		}
		// "nhà bảy trăm triệu đồng": a sum in letters is no part of the noun.
		if (const auto sum = t > start ? c.numbers_in(t, t + 1) : std::span<const Number>{};
		    !sum.empty() && sum.front().begin == t && !sum.front().currency.empty())
			break;
		if (t > start && (a.cue_at(t, Cue::give) != nullptr || a.cue_at(t, Cue::worth) != nullptr)) break;
		if (t > start && (word == "Lào" || word == "Việt")) break;
		++t;
	}
	while (t > start && a.tokens[t - 1].kind == text::TokenKind::punctuation) --t;
	return t;
}

namespace {

/// "số hài cốt mà đội đưa về nước là 735", "số học viên đã tiếp nhận lên tới 1.850": what is counted stands before the
/// deed, and the number ends the part.
const lexicon::Match* counted_before(const Context& c, const Number& n) {
	const auto& a = c.a();
	// "số lưu học sinh Lào đang học tập trên địa bàn tỉnh là 97 em".
	static constexpr std::array<std::string_view, 4> k_again = {"em", "người", "sinh", "học"};
	if (n.end < a.tokens.size() && a.tokens[n.end].kind != text::TokenKind::punctuation &&
	    !base::one_of<k_again>(a.word(n.end)))
		return nullptr;
	if (!n.currency.empty() || n.about_begin == 0) return nullptr;
	static constexpr std::array<std::string_view, 4> k_links = {"là", "đạt", "tới", "đến"};
	if (!base::one_of<k_links>(a.word(n.about_begin - 1))) return nullptr;
	const auto from = std::max(c.clause_of(n.begin).first, n.begin > 30 ? n.begin - 30 : 0);
	for (auto t = n.about_begin - 1; t > from; --t) {
		if (a.tokens[t].kind == text::TokenKind::number) return nullptr;
		if (a.small(t - 1) != "số") continue;
		const auto* unit = a.at(t, EntryClass::unit);
		if (unit == nullptr || a.lexicon.unit(unit->index).measure) continue;
		for (auto i = a.first_match[unit->end]; i < a.matches.size() && a.matches[i].end < n.about_begin; ++i) {
			const auto cue = a.matches[i].cue();
			if (cue == Cue::act || cue == Cue::search || cue == Cue::done || cue == Cue::receive) return unit;
		}
		for (auto u = unit->end; u + 1 < n.about_begin; ++u) {
			if (a.word(u) == "đang" && (a.word(u + 1) == "học" || a.word(u + 1) == "theo")) return unit;
		}
		return nullptr;
	}
	return nullptr;
}

}  // namespace

Count read_count(const Context& c, const Number& n) {
	const auto& a = c.a();
	const auto limit = c.sentence(c.sentence_of(n.begin)).end;
	Count count;
	count.begin = n.begin;
	auto t = n.end;
	// "10 (mười) suất quà", "05 chiếc".
	if (t < limit && a.tokens[t].is('(')) {
		auto close = t;
		while (close < limit && close < t + 5 && !a.tokens[close].is(')')) ++close;
		if (close < limit && a.tokens[close].is(')')) t = close + 1;
	}
	// "chỉ cách một con suối": no beast.
	static constexpr std::array<std::string_view, 5> k_no_beast = {"suối", "sông", "đường", "dốc", "số"};
	const bool way = t + 1 < limit && a.word(t) == "con" && base::one_of<k_no_beast>(a.word(t + 1));
	// "tuần tra 14 lần, trao đổi 63 tin": the verb behind the comma is no part of the unit.
	static constexpr std::array<std::string_view, 8> k_times = {"lần",  "lượt", "đợt",    "buổi",
	                                                            "cuộc", "vụ",   "chuyến", "đoàn"};
	if (t + 1 < limit && a.tokens[t + 1].is(',') && base::one_of<k_times>(a.word(t))) {
		const auto* long_unit = a.at(t, EntryClass::unit);
		if (long_unit != nullptr && long_unit->end > t + 1 && long_unit->end < limit &&
		    a.cue_at(t + 2, Cue::act) != nullptr) {
			static const lexicon::Unit plain;
			count.entry = &plain;
			count.unit = tidy(a.words(t, t + 1));
			count.item = count.unit;
			count.noun = t;
			count.end = t + 1;
			return count;
		}
	}
	// "an táng hài cốt 98 liệt sĩ": the figure stands inside its noun.
	if (n.about_begin >= 2 && t + 1 < limit && a.word(n.about_begin - 1) == "cốt" && a.word(t) == "liệt") {
		if (const auto* remains = a.at(n.about_begin - 2, EntryClass::unit); remains != nullptr) {
			count.entry = &a.lexicon.unit(remains->index);
			count.unit = tidy(a.words(n.about_begin - 2, n.about_begin));
			count.unit += ' ';
			count.unit += tidy(a.words(t, t + 2));
			count.item = count.unit;
			count.noun = t;
			count.end = t + 2;
			return count;
		}
	}
	if (const auto* before = counted_before(c, n); before != nullptr) {
		count.entry = &a.lexicon.unit(before->index);
		count.unit = tidy(a.words(before->begin, before->end));
		count.item = count.unit;
		count.noun = n.begin;
		count.end = n.end;
		return count;
	}
	if (const auto* unit = a.at(t, EntryClass::unit); unit != nullptr && unit->end <= limit && !way) {
		count.entry = &a.lexicon.unit(unit->index);
		count.unit = tidy(a.words(t, unit->end));
		count.noun = count.entry->measure ? unit->end : t;
		count.end = unit->end;
		const bool container = count.unit == "suất" || count.unit.starts_with("suất ") || count.unit == "phần" ||
		                       count.unit.starts_with("phần quà");
		if (count.entry->measure || container) {
			const bool named_goods =
			    unit->end < limit && !ends_phrase(a.word(unit->end)) && a.cue_at(unit->end, Cue::worth) == nullptr;
			const auto end = named_goods ? noun_phrase_end(c, unit->end, limit) : unit->end;
			if (end > unit->end) {
				count.item = tidy(a.words(unit->end, end));
				count.end = end;
			}
			if (container && count.unit.size() > 6 && count.unit.find(' ') != std::string::npos) {
				// "10 suất quà": the measure word is "suất", the goods "quà".
				const auto space = count.unit.find(' ');
				const auto goods = count.unit.substr(space + 1);
				count.item = count.item.empty() ? goods : goods + ' ' + count.item;
				count.unit = count.unit.substr(0, space);
			}
		} else {
			const auto end = noun_phrase_end(c, t, limit);
			count.item = tidy(a.words(t, std::max(end, unit->end)));
			count.end = std::max(end, unit->end);
		}
		split_measure(count);
		return count;
	}
	const auto end = noun_phrase_end(c, t, limit);
	count.noun = t;
	count.end = std::max(end, n.end);
	// "hai Tổng Biên tập ký bản ghi nhớ": people by their post.
	if (t < limit && a.tokens[t].capital && a.at(t, EntryClass::post) != nullptr) return count;
	if (end > t) count.item = tidy(a.words(t, end));
	return count;
}

bool is_measured(const Count& count) {
	if (count.entry == nullptr || count.item.empty() || count.item == count.unit) return false;
	return count.entry->measure || count.unit == "suất" || count.unit == "phần" ||
	       (count.entry->goods && !count.item.starts_with(count.unit));
}

std::optional<model::Theme> theme_near(const Context& c, std::uint32_t clause_begin, std::uint32_t begin,
                                       std::uint32_t end, std::uint32_t clause_end) {
	const auto& a = c.a();
	const auto first_theme = [&](const lexicon::Match& m) -> std::optional<model::Theme> {
		const auto& themes = a.lexicon.theme(m.index).themes;
		if (themes.empty()) return std::nullopt;
		return themes.front();
	};
	const auto usable = [](model::Theme theme) {
		// Moods and manners, not things that are counted.
		return theme != model::Theme::friendship && theme != model::Theme::experience_sharing &&
		       theme != model::Theme::treaty_implementation;
	};
	std::optional<model::Theme> before;
	std::optional<model::Theme> after;
	std::uint32_t until = 0;
	for (auto i = a.first_match[clause_begin]; i < a.matches.size() && a.matches[i].begin < clause_end; ++i) {
		const auto& m = a.matches[i];
		if (m.cls != EntryClass::theme || m.begin < until) continue;
		until = m.end;
		const auto theme = first_theme(m);
		if (!theme || !usable(*theme)) continue;
		// "cùng lực lượng bảo vệ biên giới ba tỉnh bạn tuần tra": what a force is called.
		const auto& names = c.parties_in(m.begin > 6 ? m.begin - 6 : 0, m.begin + 1);
		if (std::any_of(names.begin(), names.end(), [&](const auto& p) {
			    return p.begin <= m.begin && m.end <= p.end && !p.parties.empty() &&
			           kind_of(p.parties.front()) == "border-guard";
		    }))
			continue;
		if (m.begin < begin) {
			before = theme;
		} else if (m.begin < end + 6) {
			if (!after) after = theme;
		}
	}
	return before ? before : after;
}

/// "từ bấy đến nay", "từ năm ấy tới giờ", "từ đó đến nay": since the time named last before it.
std::optional<std::string> since_then(const Context& c, std::uint32_t clause_begin, std::uint32_t begin) {
	const auto& a = c.a();
	const auto year = c.document_date().year;
	for (auto t = clause_begin; t + 3 < begin; ++t) {
		if (a.word(t) != "từ" && a.word(t) != "Từ") continue;
		static constexpr std::array<std::string_view, 6> k_then = {"ấy", "đó", "bấy", "này", "dạo", "hôm"};
		bool then = false;
		for (auto u = t + 1; u < t + 5 && u + 1 < begin; ++u) {
			const auto word = a.word(u);
			then = then || base::one_of<k_then>(word);
			if (a.tokens[u].kind == text::TokenKind::number) break;
			if (!then || (word != "đến" && word != "tới") || (a.word(u + 1) != "nay" && a.word(u + 1) != "giờ"))
				continue;
			const auto dates = c.dates_in(0, t);
			for (auto i = dates.size(); i-- > 0;) {
				if (dates[i].anniversary || dates[i].term) continue;
				const auto& edtf = dates[i].edtf;
				const auto from = edtf.substr(0, std::min(edtf.find('/'), std::size_t{7}));
				if (from.starts_with("X")) return std::nullopt;
				// The year of the text cannot be known: it stays open.
				if (year == 0 || (from.size() == 4 && from == std::to_string(year))) return from + "/..";
				if (from.substr(0, 4) >= std::to_string(year)) return std::nullopt;
				return from + '/' + std::to_string(year);
			}
			return std::nullopt;
		}
	}
	return std::nullopt;
}

namespace {

/// "Hội nghị tổng kết … giai đoạn 2016 - 2020", "BÁO CÁO Kết quả … năm 2021": the period of the whole report, said
/// where it opens; it holds for what is counted without a time of its own, unless a day of the event stands nearer.
std::optional<std::string> reported_period(const Context& c, std::uint32_t token) {
	const auto& a = c.a();
	const auto last = std::min<std::size_t>(a.sentences.size(), 6);
	for (std::size_t s = 0; s < last; ++s) {
		const auto& sentence = a.sentences[s];
		if (sentence.begin > token) break;
		for (auto i = a.first_match[sentence.begin]; i < a.matches.size() && a.matches[i].begin < sentence.end; ++i) {
			const auto cue = a.matches[i].cue();
			static constexpr std::array<std::string_view, 6> k_heads = {"tổng", "Tổng", "TỔNG", "sơ", "Sơ", "SƠ"};
			const bool reports =
			    cue == Cue::review || cue == Cue::assess || base::one_of<k_heads>(a.word(a.matches[i].begin));
			if (!reports || states_only(a, a.matches[i])) continue;
			for (const auto& d : c.dates_in(a.matches[i].begin, std::min(sentence.end, a.matches[i].end + 30))) {
				if (!d.anniversary && d.from.day == 0 && !d.open_end) return d.edtf;
			}
		}
	}
	return std::nullopt;
}

}  // namespace

namespace {

/// "triển khai Biên bản ghi nhớ năm 2021": the time of a paper, not of what is counted, where the text tells another.
bool of_a_paper(const Annotated& a, const DateMention& d, std::uint32_t begin) {
	for (std::uint32_t back = 1; back <= 8 && d.begin >= begin + back; ++back) {
		const auto t = d.begin - back;
		if (a.tokens[t].is(',') || a.tokens[t].is(';')) return false;
		if (a.at(t, EntryClass::instrument) != nullptr) return true;
	}
	return false;
}

}  // namespace

namespace {

/// "tăng 7% so với năm 2017", "gấp đôi năm 2016": the time of what the figure is held against.
bool compared_with(const Annotated& a, const DateMention& d, std::uint32_t begin) {
	for (std::uint32_t back = 1; back <= 6 && d.begin >= begin + back; ++back) {
		const auto t = d.begin - back;
		if (a.tokens[t].is(',') || a.tokens[t].is(';')) return false;
		const auto word = a.word(t);
		if ((word == "so" && a.word(t + 1) == "với") || word == "gấp" || word == "bằng" ||
		    (word == "với" && back <= 2 && t > begin && a.word(t - 1) == "so"))
			return true;
		if ((word == "hơn" && back == 1) ||
		    ((word == "tăng" || word == "giảm") && back <= 4 && a.word(d.begin - 1) == "với"))
			return true;
	}
	return false;
}

}  // namespace

namespace {

/// "Dịp này", "Nhân dịp này", "Trong dịp này", "Cũng tại buổi lễ".
bool on_this_occasion(const Annotated& a, std::uint32_t begin) {
	for (auto t = begin; t + 1 < a.tokens.size() && t < begin + 4; ++t) {
		const auto word = a.small(t);
		if (word == "dịp" && (a.word(t + 1) == "này" || a.word(t + 1) == "đó")) return true;
		if ((word == "bên" || word == "trong") && (a.word(t + 1) == "lề" || a.word(t + 1) == "khuôn")) return true;
	}
	return false;
}

}  // namespace

namespace {

/// "Ngày 14/12, hai tỉnh hội đàm. Công an hai tỉnh đã triệt phá 12 đường dây": on that day it was only told.
bool day_of_talks(const Context& c, const DateMention& d, const text::Sentence& sentence) {
	if (d.from.day == 0 || (d.period && d.from.month != d.to.month)) return false;
	for (const auto cue : {Cue::talks, Cue::conference, Cue::briefing}) {
		if (c.has_cue(sentence.begin, sentence.end, cue)) return true;
	}
	return false;
}

}  // namespace

namespace {

/// "…, thời gian qua, công an hai tỉnh đã …", "những năm gần đây": years that nobody counts.
bool looks_over_years(const Annotated& a, std::uint32_t begin, std::uint32_t end) {
	for (const auto& m : a.matches_in(begin, end)) {
		if (m.cue() != Cue::review || m.size() < 3 || m.end > end) continue;
		const auto last = a.word(m.end - 1);
		if (last == "qua" || (last == "đây" && a.word(m.end - 2) == "gần")) return true;
	}
	return false;
}

}  // namespace

std::optional<std::string> period_at(const Context& c, std::uint32_t begin, std::uint32_t end) {
	const auto& a = c.a();
	const auto [clause_begin, clause_end] = c.clause_of(begin);
	if (auto since = since_then(c, clause_begin, begin)) return since;
	// "Dịp này, quân y khám bệnh cho 180 người": on the day that is reported, whatever time the text looked back on.
	if (on_this_occasion(a, c.sentence(c.sentence_of(begin)).begin) && c.dates_in(clause_begin, clause_end).empty() &&
	    c.event_date())
		return c.event_date();
	const DateMention* best = nullptr;
	std::optional<std::string> since;
	for (const auto& d : c.dates_in(clause_begin, clause_end)) {
		if (d.anniversary || compared_with(a, d, clause_begin) || c.dates_treaty(d)) continue;
		if (c.dates_signing(d)) {
			if (d.begin < begin) since = c.since_signing(d);
			continue;
		}
		if (best != nullptr && of_a_paper(a, d, clause_begin)) continue;
		if (best == nullptr || d.begin < begin || (best->begin > begin && d.begin < end + 8)) best = &d;
	}
	if (best != nullptr) return best->edtf;
	if (since) return since;
	if (auto zone = c.zone_period(begin)) return zone;
	// "Cụ thể, …": the time stands in the sentence that announces the figures.
	const auto s = c.sentence_of(begin);
	// "Những năm qua, tỉnh đã đào tạo 2.500 cán bộ": over years that nobody tells, not on the day named before.
	const auto* recalled = a.find_cue(clause_begin, begin, Cue::review);
	bool of_years =
	    (recalled != nullptr && recalled->begin <= clause_begin + 1) || looks_over_years(a, clause_begin, begin);
	for (auto i = s; i-- > 0 && s - i <= 3;) {
		const auto& sentence = c.sentence(i);
		if (sentence.block + 1 < c.sentence(s).block || c.is_headline(i)) break;
		const DateMention* last = nullptr;
		for (const auto& d : c.dates_in(sentence.begin, sentence.end)) {
			bool signing = false;
			for (auto t = d.begin > sentence.begin + 6 ? d.begin - 6 : sentence.begin; t < d.begin; ++t)
				signing = signing || a.word(t) == "ký";
			if ((of_years && d.from.day != 0) || c.dates_twinning(d)) continue;
			if (!d.anniversary && !d.term && !signing && !compared_with(a, d, sentence.begin) &&
			    !day_of_talks(c, d, sentence))
				last = &d;
		}
		if (last != nullptr) return last->edtf;
		of_years = of_years || looks_over_years(a, sentence.begin, sentence.end);
	}
	return reported_period(c, begin);
}

}  // namespace bienban::extraction
