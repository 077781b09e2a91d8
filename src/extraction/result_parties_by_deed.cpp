// Whose a result is where the deed says it: people handed over, taught or sought, projects abroad.

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "extraction/result_parties.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {

using lexicon::Country;
using lexicon::Cue;

/// "hiện có 320 lưu học sinh Lào theo học": of the country, where the part names none of its provinces or villages.
bool ResultParties::of_the_country(const model::Result& value, const Number& n, const Count& count,
                                   std::uint32_t end) const {
	if (value.theme != model::Theme::education || !counts_people(count)) return false;
	if (kind_of(value.to.front()).starts_with("ministry-of-def")) return false;
	const auto last = std::min(end, count.end + 1);
	bool lao = false;
	for (auto t = n.end; t < last; ++t) {
		lao = lao || (m_a.word(t) == "Lào" && (t + 1 >= end || !m_a.tokens[t + 1].capital));
	}
	if (!lao) return false;
	// "tiếp nhận 78 lưu học sinh của tỉnh B, trong đó 65 lưu học sinh Lào …": a part is of those of the whole.
	if (m_c.has_cue(m_c.sentence(m_c.sentence_of(n.begin)).begin, n.begin, Cue::including)) return false;
	const auto [part, stop] = own_part(n, end);
	for (const auto& p : m_c.parties_in(part, stop)) {
		if (!p.parties.empty() && country_of(p.parties.front()) == Country::la && kind_of(p.parties.front()) != "state")
			return false;
	}
	return true;
}

/// "Lào tiếp nhận 180 sinh viên Việt Nam", "Việt Nam cử 34 giáo viên sang Lào": the country by its name before the
/// verb, and the other one behind the figure.
bool ResultParties::from_country_to_country(model::Result& value, const Number& n, const Count& count,
                                            std::uint32_t end) {
	if (!counts_people(count) && !heals_or_teaches(value.theme)) return false;
	const auto own_country = [](const PartyMention& p) {
		return p.parties.size() == 1 && kind_of(p.parties.front()) == "state" ? p.parties.front() : model::Party();
	};
	const auto [part, stop] = own_part(n, end);
	model::Party doer;
	for (const auto& p : m_c.parties_in(part, n.about_begin)) {
		const auto near = n.about_begin - p.end >= 1 && n.about_begin - p.end <= 4;
		doer = p.begin == part && near ? own_country(p) : model::Party();
	}
	if (doer.empty()) return false;
	for (const auto& p : m_c.parties_in(n.end, stop)) {
		if (p.parties.empty() || country_of(p.parties.front()) == country_of(doer)) continue;
		const auto other = own_country(p);
		if (other.empty()) return false;
		value.by = {doer};
		value.to = {other};
		return true;
	}
	return false;
}

/// "phối hợp với lực lượng chức năng Lào bắt 3 đối tượng", where the text names no Lao body: their police.
void ResultParties::with_lao_forces(model::Result& value, const Number& n) const {
	using model::Theme;
	static constexpr std::array k_crimes = {Theme::crime_prevention, Theme::drugs, Theme::smuggling,
	                                        Theme::trafficking};
	if (!value.theme || std::find(k_crimes.begin(), k_crimes.end(), *value.theme) == k_crimes.end()) return;
	if (value.by.empty() || !value.to.empty() || Context::both_sides(value.by)) return;
	const auto own = country_of(value.by.front());
	if (own != Country::vn) return;
	for (const auto& p : m_c.parties().mentions) {
		if (p.parties.empty() || country_of(p.parties.front()) != Country::la) continue;
		const auto kind = kind_of(p.parties.front());
		if (kind != "state" && kind != "province" && kind != "district" && kind != "village") return;
	}
	const auto& sentence = m_c.sentence(m_c.sentence_of(n.begin));
	for (auto t = sentence.begin; t + 2 < n.begin; ++t) {
		if (m_a.word(t) != "chức" || m_a.word(t + 1) != "năng") continue;
		for (auto u = t + 2; u < t + 6 && u < n.begin; ++u) {
			if (m_a.word(u) == "Lào" || m_a.word(u) == "bạn") {
				value.by.emplace_back("LA/police");
				return;
			}
		}
	}
}

/// "Việt Nam có 276 dự án đầu tư tại Lào, tổng vốn 5,3 tỷ USD", "doanh nghiệp Việt Nam có …".
bool ResultParties::projects_abroad(model::Result& value, const Number& n, const Count& count,
                                    std::uint32_t end) const {
	if (value.theme != model::Theme::trade_investment || !n.currency.empty()) return false;
	if (!count.unit.starts_with("dự án")) return false;
	bool there = false;
	for (auto t = count.end; t + 1 < end && t < count.end + 14 && !there; ++t)
		there = (m_a.word(t) == "tại" || m_a.word(t) == "sang" || m_a.word(t) == "ở") && m_a.word(t + 1) == "Lào";
	if (!there) return false;
	const auto begin = m_c.clause_of(n.begin).first;
	for (auto t = n.begin; t > begin + 1 && n.begin - t < 8; --t) {
		if (m_a.word(t - 1) != "Nam" || m_a.word(t - 2) != "Việt") continue;
		const bool firms = t > begin + 3 && m_a.word(t - 3) == "nghiệp" && m_a.small(t - 4) == "doanh";
		value.by = {firms ? "VN/company" : "VN/state"};
		value.to = {"LA/state"};
		return true;
	}
	return false;
}

/// "tiếp nhận 64 lưu học sinh do các tỉnh A, B gửi sang": those who send them are not those who teach.
bool ResultParties::received_from(model::Result& value, const Number& n, const Count& count, const lexicon::Match* act,
                                  std::uint32_t end) {
	using model::Theme;
	// "tiếp nhận 43 công dân do Công an B trao trả", "nhận bàn giao 2 đối tượng từ Công an B".
	const bool handed = value.theme == Theme::irregular_migration || value.theme == Theme::crime_prevention ||
	                    value.theme == Theme::trafficking || value.theme == Theme::drugs;
	if (!heals_or_teaches(value.theme) && !handed) return false;
	if (act == nullptr || act->end > n.about_begin) return false;
	// "tiếp nhận từ Công an B 12 đối tượng truy nã".
	const bool named_first = handed && m_a.word(act->end) == "từ" && n.about_begin - act->end < 16;
	if (!named_first && n.about_begin - act->end > 3) return false;
	const auto verb = m_a.small_words(act->begin, act->end);
	if (verb != "tiếp nhận" && verb != "nhận" && verb != "đào tạo" && verb != "đón" && verb != "đón nhận" &&
	    verb != "nhận bàn giao" && !(handed && m_a.word(act->begin) == "nhận"))
		return false;
	auto from = named_first ? act->end : count.end;
	if (named_first) end = n.about_begin;
	while (handed && !named_first && from + 1 < end && from < count.end + 9 && m_a.word(from) != "do" &&
	       m_a.word(from) != "từ" && m_a.tokens[from].kind == text::TokenKind::word)
		++from;
	if (from + 1 >= end || (m_a.word(from) != "do" && (!handed || m_a.word(from) != "từ"))) return false;
	auto senders = m_frames.first_group(from, std::min(end, from + 16),
	                                    [](const Term& t) { return !Context::both_sides(t.parties); });
	auto teachers = m_frames.subject(act->begin);
	// "công an hai tỉnh tiếp nhận 12 đối tượng do Công an B bàn giao": those of the other side take them.
	if (handed && !senders.empty() && Context::both_sides(teachers))
		teachers = Context::side(teachers, country_of(senders.front()) == Country::vn ? Country::la : Country::vn);
	if (senders.empty() || teachers.empty() || country_of(senders.front()) == country_of(teachers.front()))
		return false;
	if (handed) std::swap(senders, teachers);
	value.by = std::move(teachers);
	value.to = std::move(senders);
	return true;
}

bool ResultParties::handed_over(model::Result& value, const Number& n) {
	using model::Theme;
	if (value.theme != Theme::irregular_migration && value.theme != Theme::crime_prevention &&
	    value.theme != Theme::trafficking && value.theme != Theme::drugs)
		return false;
	const auto first = m_c.sentence(m_c.sentence_of(n.begin)).begin;
	const auto last = m_c.sentence(m_c.sentence_of(n.begin)).end;
	auto verb = first;
	auto cho = n.about_begin;
	auto limit = n.about_begin;
	while (cho > first + 2 && n.about_begin - cho < 14 && m_a.word(cho) != "cho") {
		if (m_a.tokens[cho - 1].is(';') || m_a.tokens[cho - 1].kind == text::TokenKind::number) break;
		--cho;
	}
	if (m_a.word(cho) == "cho" && cho >= first + 2 && cho + 1 < n.about_begin) {
		verb = cho - 2;
	} else {
		// "bàn giao 29 công dân Lào cho bạn".
		if (n.about_begin < first + 2) return false;
		verb = n.about_begin - 2;
		cho = n.end;
		while (cho < last && m_a.word(cho) != "cho" && m_a.tokens[cho].kind == text::TokenKind::word) ++cho;
		if (cho + 2 >= last || m_a.word(cho) != "cho") return false;
		limit = std::min(last, cho + 4);
	}
	const auto head = m_a.small(verb);
	const auto tail = m_a.word(verb + 1);
	if (!(head == "bàn" && tail == "giao") && !(head == "trao" && tail == "trả") && !(head == "giao" && tail == "trả"))
		return false;
	auto doers = m_frames.subject(verb);
	if (doers.empty() && m_last && m_last->by.size() > 1) doers = m_last->by;
	if (!Context::both_sides(doers)) return false;
	std::optional<Country> taker;
	const auto next = m_a.word(m_a.word(cho + 1) == "phía" ? cho + 2 : cho + 1);
	for (const auto& p : m_c.parties_in(cho + 1, limit)) {
		if (!taker && !p.parties.empty() && !Context::both_sides(p.parties)) taker = country_of(p.parties.front());
	}
	if (!taker && next == "Lào") taker = Country::la;
	if (!taker && (next == "Việt" || next == "ta")) taker = Country::vn;
	// "A phối hợp với B tuần tra 12 lần, bàn giao cho bạn 13 đối tượng": the friend of the one who tells.
	if (!taker && next == "bạn") taker = country_of(doers.front()) == Country::vn ? Country::la : Country::vn;
	if (!taker) return false;
	value.by = Context::side(doers, *taker == Country::vn ? Country::la : Country::vn);
	value.to = Context::side(doers, *taker);
	return true;
}

/// "64 cán bộ của Viêng Chăn được thành phố mở lớp bồi dưỡng": those behind "được" do it, for those whose people they
/// are.
bool ResultParties::taught_by_others(model::Result& value, const Number& n, const Count& count, std::uint32_t end) {
	// "Bốn thông tin được Đồn A chuyển cho Đại đội B", "46 tấm bằng được Trường A trao cho học viên B".
	const bool passed_on = value.theme == model::Theme::information_exchange || count.unit.starts_with("thông tin") ||
	                       count.unit.starts_with("nguồn tin") || count.unit.starts_with("tấm bằng");
	if ((!heals_or_teaches(value.theme) || !counts_people(count)) && !passed_on) return false;
	std::uint32_t passive = 0;
	for (auto t = count.end; t + 1 < end && t < count.end + 10 && passive == 0; ++t) {
		if (m_a.tokens[t].kind == text::TokenKind::number || m_a.tokens[t].is(';')) return false;
		if (m_a.word(t) == "được") passive = t;
	}
	if (passive == 0) return false;
	auto doers = m_frames.first_group(passive, std::min(end, passive + 12), [&](const Term& t) {
		return t.link == Link::agent && !Context::both_sides(t.parties);
	});
	if (doers.empty()) {
		// "được thầy giáo đến từ Trường A giảng dạy".
		doers = m_frames.first_group(passive, std::min(end, passive + 12), [&](const Term& t) {
			return (t.link == Link::from || t.link == Link::of) && !Context::both_sides(t.parties);
		});
		bool teaches = false;
		for (auto t = passive; t < std::min(end, passive + 18); ++t)
			teaches = teaches || m_a.word(t) == "dạy" || m_a.word(t) == "giảng" || m_a.word(t) == "khám";
		if (!teaches) doers.clear();
	}
	if (doers.empty()) return false;
	const auto own = country_of(doers.front());
	auto owners = m_frames.first_group(count.begin, passive, [&](const Term& t) {
		return !Context::both_sides(t.parties) && country_of(t.parties.front()) != own;
	});
	if (owners.empty() && passed_on) {
		owners = m_frames.first_group(passive, std::min(end, passive + 24), [&](const Term& t) {
			return !Context::both_sides(t.parties) && country_of(t.parties.front()) != own;
		});
	}
	if (owners.empty()) owners = m_frames.counterpart(doers, n.begin);
	value.by = doers;
	value.to = std::move(owners);
	return true;
}

/// "đào tạo cho các tỉnh Bắc Lào 2.500 cán bộ", "1.420 lượt cán bộ một số tỉnh của Lào": provinces without a name.
bool ResultParties::to_unnamed_provinces(const Number& n, std::uint32_t end) const {
	const auto [part, stop] = own_part(n, end);
	for (auto t = part; t + 2 < stop; ++t) {
		const auto word = m_a.word(t);
		if ((word != "các" && word != "số") || m_a.word(t + 1) != "tỉnh") continue;
		static constexpr std::array<std::string_view, 9> k_between = {"Bắc",  "Nam", "Trung", "bắc",   "nam",
		                                                              "phía", "của", "nước",  "Thượng"};
		auto u = t + 2;
		while (u < stop && u < t + 6 && std::find(k_between.begin(), k_between.end(), m_a.word(u)) != k_between.end())
			++u;
		if (u < stop && m_a.word(u) == "Lào" && (u > t + 2 || u + 1 == stop || !m_a.tokens[u + 1].capital)) return true;
	}
	return false;
}

/// "lễ tiễn đưa 12 hài cốt, sau sáu tháng tìm kiếm của cán bộ Đội quy tập thuộc Bộ CHQS tỉnh A": who found them, not
/// who sees them off.
void ResultParties::by_searchers(model::Result& value, const Number& n) {
	const auto searches = [](const model::Party& p) {
		const auto kind = kind_of(p);
		return country_of(p) == Country::vn && (kind == "military-command" || kind == "military-region");
	};
	if (std::any_of(value.by.begin(), value.by.end(), searches)) return;
	const auto s = m_c.sentence_of(n.begin);
	const auto found_in = [&](std::uint32_t at) {
		const auto& sentence = m_c.sentence(at);
		if (!m_c.has_cue(sentence.begin, sentence.end, Cue::search)) return false;
		for (const auto& t : m_frames.terms(at)) {
			if (t.link == Link::source || t.link == Link::at ||
			    !std::all_of(t.parties.begin(), t.parties.end(), searches))
				continue;
			auto partners = Context::side(value.by, Country::la);
			const bool joint = is_joint(sentence.begin, sentence.end);
			value.by = t.parties;
			value.to.clear();
			if (joint) merge(value.by, partners);
			return true;
		}
		return false;
	};
	if (found_in(s)) return;
	// "Lễ an táng 18 hài cốt …. Số hài cốt trên được Đội quy tập tìm kiếm, cất bốc": told in the sentence behind.
	if (s + 1 >= m_a.sentences.size() || m_c.sentence(s + 1).block != m_c.sentence(s).block) return;
	const auto next = m_c.sentence(s + 1).begin;
	if ((m_a.word(next) == "Số" || m_a.word(next) == "Các" || m_a.word(next) == "Những") &&
	    (m_a.word(next + 1) == "hài" || m_a.word(next + 1) == "liệt"))
		found_in(s + 1);
}

}  // namespace bienban::extraction
