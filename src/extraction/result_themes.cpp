#include "extraction/result_themes.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/one_of.hpp"
#include "extraction/frames.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {

using lexicon::Cue;
using lexicon::EntryClass;

namespace {

bool has_deed(const Annotated& a, std::uint32_t begin, std::uint32_t end) {
	for (auto i = a.first_match[begin]; i < a.matches.size() && a.matches[i].begin < end; ++i) {
		if (is_deed(a.matches[i].cue())) return true;
	}
	return false;
}

}  // namespace

ResultThemes::ResultThemes(const Context& context) : m_c(context), m_a(context.a()) {
	for (std::uint32_t s = 0; s < m_a.sentences.size() && s < 4; ++s) {
		const auto& sentence = m_a.sentences[s];
		if (m_c.is_headline(s))
			m_drug_report = m_drug_report || has_theme(sentence.begin, sentence.end, model::Theme::drugs);
	}
	const auto opening = std::min<std::size_t>(m_a.sentences.size(), 4);
	if (opening > 0) m_language_course = has_theme(0, m_a.sentences[opening - 1].end, model::Theme::language);
}

/// "cử 2 đoàn bác sĩ sang khám bệnh", "3 đoàn chuyên gia sang hướng dẫn trồng vải": help, no visit.
std::optional<model::Theme> ResultThemes::field_of_those_sent(const Count& count, std::uint32_t end) const {
	bool doctors = false;
	bool experts = false;
	for (auto t = count.begin; t + 1 < end && t < count.end + 20; ++t) {
		const bool place = m_a.tokens[t + 1].capital || m_a.word(t + 1) == "tỉnh" || m_a.word(t + 1) == "huyện";
		if (m_a.tokens[t].is(';') || (m_a.tokens[t].is(',') && !place)) break;
		const auto word = m_a.word(t);
		const auto next = m_a.word(t + 1);
		doctors = doctors || (word == "bác" && next == "sĩ") || (word == "thầy" && next == "thuốc") ||
		          (word == "y" && (next == "bác" || next == "sĩ"));
		experts = experts || (word == "chuyên" && next == "gia") || (word == "kỹ" && next == "thuật");
		if (doctors && ((word == "khám") || (word == "mổ") || (word == "chữa"))) return model::Theme::health;
		if (experts && (word == "trồng" || word == "nuôi" ||
		                (word == "nông" && (next == "nghiệp" || next == "dân" || next == "lâm"))))
			return model::Theme::agriculture;
	}
	return std::nullopt;
}

/// "siêu âm 215 người", "tiểu phẫu 36 trường hợp", "nhổ răng cho 40 em".
bool ResultThemes::examined(std::uint32_t begin, std::uint32_t number) const {
	for (std::uint32_t back = 2; back <= 5 && number >= begin + back; ++back) {
		const auto word = m_a.small(number - back);
		const auto next = m_a.word(number - back + 1);
		if ((word == "siêu" && next == "âm") || (word == "tiểu" && next == "phẫu") ||
		    (word == "xét" && next == "nghiệm") || (word == "nhổ" && next == "răng") ||
		    (word == "phẫu" && next == "thuật"))
			return true;
	}
	return false;
}

bool ResultThemes::passes_on(std::uint32_t begin, const Number& n, const Count& count) const {
	static constexpr std::array<std::string_view, 8> k_verbs = {"trao", "nhận", "chuyển", "báo",
	                                                            "gửi",  "đổi",  "cung",   "thông"};
	for (std::uint32_t back = 1; back <= 4 && n.about_begin >= begin + back; ++back) {
		if (m_a.tokens[n.about_begin - back].kind != text::TokenKind::word) break;
		if (base::one_of<k_verbs>(m_a.small(n.about_begin - back))) return true;
	}
	const auto end = m_c.clause_of(n.begin).second;
	bool passive = false;
	for (auto t = count.end; t < end && t < count.end + 20; ++t) {
		if (m_a.tokens[t].is(',') || m_a.tokens[t].is(';')) break;
		passive = passive || m_a.word(t) == "được";
		if (passive && base::one_of<k_verbs>(m_a.word(t))) return true;
	}
	return false;
}

std::optional<model::Theme> ResultThemes::of(const Number& n, const Count& count, std::uint32_t begin,
                                             std::uint32_t end, bool money) const {
	using model::Theme;
	if (money) {
		const auto& sentence = m_c.sentence(m_c.sentence_of(n.begin));
		return through_gate(sentence.begin, sentence.end) ? Theme::border_gate : Theme::trade_investment;
	}
	const auto own = count.entry->theme;
	const auto stop = phrase_reach(n, count, end);
	// "tuần tra chung được bốn chuyến": journeys along the border, nobody's visit.
	if (own == Theme::delegation_exchange && patrols(begin, n.about_begin)) return Theme::joint_patrol;
	// "tạo việc làm cho 2.350 lao động": workers, not migrants.
	if (own == Theme::irregular_migration && count.unit.starts_with("lao động") && gives_work(begin, n.begin))
		return Theme::trade_investment;
	if (own && (*own == Theme::crime_prevention || *own == Theme::irregular_migration)) {
		if (const auto crime = crime_theme(n.begin, stop)) return crime;
		if (const auto crime = crime_theme(begin, n.begin)) return crime;
		if (*own == Theme::crime_prevention && has_theme(stop, until_part(stop, end), Theme::drugs))
			return Theme::drugs;
		if (*own == Theme::crime_prevention && count.unit.starts_with("vụ")) {
			if (const auto crime = crime_of_culprits(count.end, end)) return crime;
		}
		// "bắt 7 vụ khai thác, vận chuyển gỗ trái phép": the comma is inside what they did.
		if (const auto part = until_part(stop, end); *own == Theme::crime_prevention &&
		                                             m_c.numbers_in(stop, part).empty() &&
		                                             crime_theme(stop, part) == Theme::smuggling)
			return Theme::smuggling;
		// "xác lập 27 chuyên án" beside seized drugs.
		const auto first = m_c.sentence(m_c.sentence_of(n.begin)).begin;
		if (*own == Theme::crime_prevention && m_drug_report &&
		    (count.unit.starts_with("chuyên án") || count.unit.starts_with("đường dây")) &&
		    seized_drugs(first, m_c.sentence(m_c.sentence_of(n.begin)).end))
			return Theme::drugs;
		// "năm kẻ tra tay vào còng; 26 bánh heroin bị thu giữ": what was seized with them tells.
		const auto last = m_c.sentence(m_c.sentence_of(n.begin)).end;
		const bool person = count.unit.starts_with("đối tượng") || count.unit.starts_with("kẻ") ||
		                    count.unit.starts_with("tên") || count.unit.starts_with("nghi phạm");
		if (*own == Theme::crime_prevention && person && !of_another_crime(n.begin, stop) && seized_drugs(stop, last))
			return Theme::drugs;
	}
	const bool soft = !own || *own == Theme::public_awareness || *own == Theme::irregular_migration;
	if (!own && count.unit == "người" && is_caught(count.end, end) &&
	    seized_drugs(count.end, m_c.sentence(m_c.sentence_of(n.begin)).end))
		return Theme::drugs;
	if (soft) {
		const bool people =
		    count.unit.starts_with("người") || count.unit.starts_with("hộ") || count.unit.starts_with("trường hợp");
		if (const auto crime = crime_theme(n.begin, people ? next_clause(n, end) : stop);
		    crime && *crime != Theme::drugs && *crime != Theme::smuggling)
			return crime;
		if (rescues(m_c.sentence(m_c.sentence_of(n.begin)), n)) return Theme::disaster_response;
	}
	const auto from = part_begin(n, begin);
	const bool teaches = own && (*own == Theme::education || *own == Theme::training);
	const bool of_course = count.unit.ends_with("học viên") || count.unit.starts_with("lớp") ||
	                       count.unit.ends_with("giáo viên") || count.unit.starts_with("khóa");
	if (teaches && of_course && has_theme(from, stop, Theme::language)) return Theme::language;
	if (teaches && taught_language(n, count, from, end)) return Theme::language;
	// "1.800 học viên, sinh viên đang theo học", "trường … nhận 35 người".
	if (own == Theme::training && count.unit.find("sinh viên") != std::string::npos) return Theme::education;
	const auto& around = m_c.sentence(m_c.sentence_of(n.begin));
	if (!own && counts_heads(count) && !m_language_course && !has_theme(around.begin, around.end, Theme::training) &&
	    !has_theme(around.begin, around.end, Theme::language) && schools(begin, end))
		return Theme::education;
	if (teaches && count.unit.ends_with("học viên") && m_language_course && !vocational(from, n.begin))
		return Theme::language;
	// "cử 12 lượt cán bộ kỹ thuật sang giúp trồng cao su": what they help with.
	const bool experts = own == Theme::training && (count.unit.find("kỹ thuật") != std::string::npos ||
	                                                count.unit.find("chuyên gia") != std::string::npos ||
	                                                count.unit.find("kỹ sư") != std::string::npos);
	if (own == Theme::delegation_exchange || experts) {
		if (const auto field = field_of_those_sent(count, end)) return field;
	}
	if (own == Theme::irregular_migration && examined(from, n.begin)) return Theme::health;
	static constexpr std::array k_strong = {
	    Theme::education, Theme::remains_repatriation, Theme::drugs,        Theme::trafficking,
	    Theme::language,  Theme::border_protection,    Theme::twinning,     Theme::delegation_exchange,
	    Theme::training,  Theme::information_exchange, Theme::encroachment, Theme::smuggling};
	// "trao 230 tin về an ninh trật tự", "bốn thông tin về ma túy được chuyển cho": what is passed on.
	const bool news = count.unit.starts_with("tin") || count.unit.starts_with("nguồn tin") ||
	                  count.unit.starts_with("thông tin") || count.unit.starts_with("lượt tin");
	if (news && own == Theme::information_exchange && n.begin > begin && passes_on(begin, n, count)) return own;
	if (own && *own != Theme::information_exchange &&
	    std::find(k_strong.begin(), k_strong.end(), *own) != k_strong.end())
		return own;
	if (heals(from, stop)) return Theme::health;
	if (!own) {
		if (examined(from, n.begin)) return Theme::health;
		if (const auto deed = deed_theme(from, n.begin)) return deed;
	}
	if (const auto near = theme_near(m_c, from, n.begin, count.end, stop)) return near;
	if (own) return own;
	if (from != begin) {
		if (const auto near = theme_near(m_c, begin, n.begin, count.end, end)) return near;
	}
	// A clause of figures only: the sentence around it tells.
	const auto& sentence = m_c.sentence(m_c.sentence_of(n.begin));
	return theme_near(m_c, sentence.begin, n.begin, count.end, sentence.end);
}

/// "đào tạo tiếng Việt cho 1.240 lưu học sinh", "cử 25 cán bộ sang học tiếng Việt".
bool ResultThemes::taught_language(const Number& n, const Count& count, std::uint32_t begin, std::uint32_t end) const {
	const auto from = n.begin > begin + 8 ? n.begin - 8 : begin;
	const auto stop = std::min(end, count.end + 8);
	for (auto t = from; t + 1 < stop; ++t) {
		if (t >= count.end && m_a.tokens[t].kind == text::TokenKind::punctuation) return false;
		if (m_a.word(t) != "tiếng" || (m_a.word(t + 1) != "Việt" && m_a.word(t + 1) != "Lào") || t == 0) continue;
		const auto verb = m_a.word(t - 1);
		if (verb == "dạy" || verb == "học" || verb == "tạo" || verb == "nói" || verb == "dưỡng") return true;
	}
	return false;
}

bool ResultThemes::through_gate(std::uint32_t begin, std::uint32_t end) const {
	for (auto t = begin; t + 1 < end; ++t) {
		const auto w = m_a.small(t);
		const auto next = m_a.small(t + 1);
		if ((w == "cửa" && next == "khẩu") || (w == "thủ" && next == "tục") || (w == "thông" && next == "quan") ||
		    (w == "hải" && next == "quan"))
			return true;
	}
	return false;
}

bool ResultThemes::patrols(std::uint32_t begin, std::uint32_t end) const {
	const auto* patrol = m_a.find_cue(end > begin + 6 ? end - 6 : begin, end, Cue::patrol);
	if (patrol == nullptr) return false;
	for (auto t = patrol->end; t < end; ++t) {
		if (m_a.word(t) != "được" && m_a.word(t) != "thêm" && m_a.word(t) != "cả") return false;
	}
	return true;
}

bool ResultThemes::gives_work(std::uint32_t begin, std::uint32_t end) const {
	for (auto t = begin; t + 1 < end; ++t) {
		if (m_a.word(t) == "việc" && m_a.word(t + 1) == "làm") return true;
		if (m_a.word(t) == "tuyển" && m_a.word(t + 1) == "dụng") return true;
	}
	return false;
}

bool ResultThemes::counts_heads(const Count& count) { return count.unit == "người" || count.unit == "lượt người"; }

bool ResultThemes::schools(std::uint32_t begin, std::uint32_t end) const {
	const auto& sentence = m_c.sentence(m_c.sentence_of(begin));
	if (m_c.has_cue(begin, end, Cue::medical)) return false;
	const auto has_students = [&](std::uint32_t from, std::uint32_t to) {
		for (auto t = from; t + 1 < to; ++t) {
			const auto w = m_a.word(t);
			const auto next = m_a.word(t + 1);
			if ((w == "học" && next == "sinh") || (w == "sinh" && next == "viên") || (w == "tốt" && next == "nghiệp") ||
			    (w == "năm" && next == "học"))
				return true;
		}
		return false;
	};
	if (has_students(sentence.begin, sentence.end)) return true;
	// "Trường Cao đẳng Y tế nhận 35 người": a school takes them in, told of right behind those who study.
	bool school = false;
	for (const auto& m : m_c.parties_in(begin, end))
		school = school || (!m.parties.empty() && kind_of(m.parties[0]) == "school");
	const auto s = m_c.sentence_of(begin);
	return school && s > 0 && has_students(m_c.sentence(s - 1).begin, m_c.sentence(s - 1).end);
}

bool ResultThemes::of_another_crime(std::uint32_t begin, std::uint32_t end) const {
	for (auto t = begin; t < end; ++t) {
		const auto w = m_a.word(t);
		if (w == "nã" || w == "trộm" || w == "cướp" || w == "giết" || w == "lừa" || w == "pháo" || w == "gỗ")
			return true;
	}
	return false;
}

bool ResultThemes::seized_drugs(std::uint32_t begin, std::uint32_t end) const {
	for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
		const auto& m = m_a.matches[i];
		if (m.cls == EntryClass::unit && m_a.lexicon.unit(m.index).theme == model::Theme::drugs && m.begin > begin &&
		    !m_c.numbers_in(m.begin > begin + 4 ? m.begin - 4 : begin, m.begin).empty())
			return true;
	}
	return false;
}

bool ResultThemes::is_caught(std::uint32_t begin, std::uint32_t end) const {
	for (auto t = begin; t + 1 < end && t < begin + 3; ++t) {
		const auto w = m_a.word(t);
		const auto next = m_a.word(t + 1);
		if ((w == "bị" && (next == "bắt" || next == "tóm" || next == "khống")) || (w == "sa" && next == "lưới"))
			return true;
	}
	return false;
}

std::optional<model::Theme> ResultThemes::deed_theme(std::uint32_t begin, std::uint32_t end) const {
	std::optional<model::Theme> found;
	for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
		switch (m_a.matches[i].cue()) {
			case Cue::talks:
			case Cue::briefing: found = model::Theme::regular_meeting; break;
			case Cue::patrol: found = model::Theme::joint_patrol; break;
			case Cue::search: found = model::Theme::remains_repatriation; break;
			default: break;
		}
	}
	if (found) return found;
	for (auto t = begin; t + 1 < end; ++t) {
		const auto w = m_a.word(t);
		const auto next = m_a.word(t + 1);
		if ((w == "điện" && (next == "thoại" || next == "đàm")) || (w == "báo" && next == "tin") ||
		    (w == "thông" && next == "báo"))
			return model::Theme::information_exchange;
	}
	return std::nullopt;
}

bool ResultThemes::vocational(std::uint32_t begin, std::uint32_t end) const {
	for (auto t = begin; t < end; ++t) {
		const auto w = m_a.word(t);
		if (w == "nghề" || w == "nhận" || w == "cử") return true;
	}
	return false;
}

bool ResultThemes::rescues(const text::Sentence& sentence, const Number& n) const {
	bool saved = false;
	for (auto t = n.begin > sentence.begin + 6 ? n.begin - 6 : sentence.begin; t < n.begin; ++t) {
		const auto w = m_a.word(t);
		saved = saved || w == "đưa" || w == "cứu" || w == "dời" || w == "tán" || w == "Cứu";
	}
	if (!saved) return false;
	for (auto t = sentence.begin; t < sentence.end; ++t) {
		const auto w = m_a.word(t);
		if (w == "lũ" || w == "ngập" || w == "bão" || w == "lụt" || w == "nạn" || w == "sạt") return true;
	}
	return false;
}

std::uint32_t ResultThemes::next_clause(const Number& n, std::uint32_t end) const {
	auto t = n.end;
	while (t < end && !m_a.tokens[t].is(';')) ++t;
	return t;
}

std::uint32_t ResultThemes::part_begin(const Number& n, std::uint32_t begin) const {
	for (auto t = n.begin; t > begin; --t) {
		if (!m_a.tokens[t - 1].is(',')) continue;
		const bool other_verb = has_deed(m_a, t, n.begin) || m_a.find(t, n.begin, EntryClass::theme) != nullptr;
		if (other_verb) return t;
	}
	return begin;
}

std::uint32_t ResultThemes::phrase_reach(const Number& n, const Count& count, std::uint32_t end) const {
	auto t = std::max(count.end, n.end);
	while (t < end && !m_a.tokens[t].is(';') && !m_a.tokens[t].is(',')) ++t;
	return t;
}

std::uint32_t ResultThemes::until_part(std::uint32_t begin, std::uint32_t end) const {
	const auto* part = m_a.find_cue(begin, end, Cue::including);
	return part != nullptr ? part->begin : end;
}

std::optional<model::Theme> ResultThemes::crime_of_culprits(std::uint32_t token, std::uint32_t end) const {
	if (token + 2 >= end || !(m_a.tokens[token].is(',') || m_a.tokens[token].is('/') || m_a.word(token) == "với"))
		return std::nullopt;
	const auto people = m_c.numbers_in(token, std::min(end, token + 3));
	if (people.empty()) return std::nullopt;
	static constexpr std::array<std::string_view, 5> k_people = {"người", "đối", "công", "nghi", "tên"};
	const auto begin = people.front().end;
	if (begin >= end || !base::one_of<k_people>(m_a.word(begin))) return std::nullopt;
	auto stop = begin;
	while (stop < end && !m_a.tokens[stop].is(',') && !m_a.tokens[stop].is(';')) ++stop;
	const auto crime = crime_theme(begin, stop);
	return crime != model::Theme::drugs ? crime : std::nullopt;
}

bool ResultThemes::has_theme(std::uint32_t begin, std::uint32_t end, model::Theme wanted) const {
	for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
		const auto& m = m_a.matches[i];
		if (m.cls == EntryClass::theme) {
			const auto& themes = m_a.lexicon.theme(m.index).themes;
			if (std::find(themes.begin(), themes.end(), wanted) != themes.end()) return true;
		}
		// "62 bánh heroin" beside "4 đối tượng": the drugs tell what the case was about.
		if (m.cls == EntryClass::unit && m_a.lexicon.unit(m.index).theme == wanted) return true;
	}
	return false;
}

std::optional<model::Theme> ResultThemes::crime_theme(std::uint32_t begin, std::uint32_t end) const {
	using model::Theme;
	for (const auto theme :
	     {Theme::drugs, Theme::trafficking, Theme::smuggling, Theme::encroachment, Theme::irregular_migration}) {
		if (has_theme(begin, end, theme)) return theme;
	}
	return std::nullopt;
}

bool ResultThemes::heals(std::uint32_t begin, std::uint32_t end) const {
	if (m_c.has_cue(begin, end, Cue::medical)) return true;
	static constexpr std::array<std::string_view, 6> k_heal = {"khám", "chữa", "mổ", "Khám", "Mổ", "tiêm"};
	for (auto t = begin; t < end; ++t) {
		if (base::one_of<k_heal>(m_a.word(t)) &&
		    (t + 1 >= end || (m_a.word(t + 1) != "xét" && m_a.word(t + 1) != "phá")))
			return true;
	}
	return false;
}

}  // namespace bienban::extraction
