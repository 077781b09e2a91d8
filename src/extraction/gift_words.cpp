#include "extraction/gift_words.hpp"

#include "extraction/goods.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {

using lexicon::Cue;

bool is_asked_for(const Context& c, const Giving& giving) {
	const auto begin = c.clause_of(giving.verb).first;
	const auto* asks = c.a().find_cue(begin, giving.verb, Cue::propose);
	if (asks == nullptr || c.has_cue(asks->end, giving.verb, Cue::agree)) return false;
	PartySet who;
	for (const auto& m : c.parties_in(begin, asks->begin)) {
		if (m.role == Role::free && !m.parties.empty()) who = m.parties;
	}
	return !who.empty() && !Context::both_sides(who) && !giving.receiver.empty() && !giving.giver.empty() &&
	       country_of(who.front()) == country_of(giving.receiver.front()) &&
	       c.parties_in(asks->end, giving.verb).size() <= 1;
}

bool stands_behind_storeys(const Annotated& a, const Number& n) {
	if (n.end >= a.tokens.size() || (a.word(n.end) != "phòng" && a.word(n.end) != "gian")) return false;
	for (std::uint32_t back = 1; back <= 4 && n.about_begin >= back; ++back) {
		if (a.word(n.about_begin - back) == "tầng") return true;
	}
	return false;
}

std::string noun_before(const Context& c, const Number& n) {
	const auto& a = c.a();
	const auto floor = c.sentence(c.sentence_of(n.begin)).begin;
	auto from = n.about_begin;
	while (from > floor && n.about_begin - from < 4) {
		const auto& token = a.tokens[from - 1];
		const auto word = a.word(from - 1);
		if (token.kind != text::TokenKind::word || word == "và" || word == "gồm" || word == "cùng") break;
		if (a.cue_at(from - 1, Cue::give) != nullptr || word == "là" || word == "có" || word == "từ" || word == "Từ")
			return {};
		--from;
	}
	if (from == n.about_begin || n.about_begin - from > 3) return {};
	auto noun = text::without_capital(a.words(from, n.about_begin));
	if (names_no_goods(noun) || !c.parties_in(from, n.about_begin).empty()) return {};
	return noun;
}

bool sums_up(const Context& c, std::uint32_t begin, std::uint32_t end) {
	const auto& a = c.a();
	const auto* worth = a.find_cue(begin, end, Cue::worth);
	if (worth == nullptr || a.find_cue(begin, end, Cue::gift) != nullptr) return false;
	return c.has_cue(begin, end, Cue::total) || a.small(worth->begin) == "tổng";
}

}  // namespace bienban::extraction
