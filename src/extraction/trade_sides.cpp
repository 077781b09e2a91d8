#include "extraction/trade_sides.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/one_of.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using base::one_of;
using lexicon::Country;
using lexicon::Cue;

enum class Flow : std::uint8_t { both, exports, imports };

bool is_pair(const Annotated& a, std::uint32_t t, std::string_view first, std::string_view second) {
	return t + 1 < a.tokens.size() && a.small(t) == first && a.small(t + 1) == second;
}

/// "trong đó phần xuất sang bạn là 29 triệu USD", "bạn nhập từ ta": the sale to the friends across the border.
bool sold_to_friends(const Annotated& a, std::uint32_t begin, std::uint32_t number) {
	for (auto t = number; t > begin + 2; --t) {
		if (a.tokens[t - 1].is(';') || a.tokens[t - 1].is(',')) return false;
		const auto word = a.word(t - 3);
		if ((word == "xuất" || word == "bán") && a.word(t - 2) == "sang" &&
		    (a.word(t - 1) == "bạn" || a.word(t - 1) == "Lào" || (a.word(t - 1) == "tỉnh" && a.word(t) == "bạn")))
			return true;
	}
	return false;
}

/// What the words nearest before the sum say: "xuất khẩu", "nhập khẩu", "xuất nhập khẩu"; nothing where none is told.
std::optional<Flow> flow_before(const Annotated& a, std::uint32_t begin, std::uint32_t number) {
	for (auto t = number; t > begin; --t) {
		const auto at = t - 1;
		if (a.tokens[at].is(';')) return std::nullopt;
		// "trong đó A xuất sang B 21 triệu USD": a verb with sides of its own.
		if ((a.word(at) == "xuất" || a.word(at) == "nhập" || a.word(at) == "bán" || a.word(at) == "mua") &&
		    (a.word(at + 1) == "sang" || a.word(at + 1) == "cho" || a.word(at + 1) == "từ" || a.word(at + 1) == "của"))
			return std::nullopt;
		if (is_pair(a, at, "nhập", "khẩu")) {
			const auto before = at > begin ? a.small(at - 1) : text::Word{};
			return before == "xuất" || before == "," || before == "-" ? Flow::both : Flow::imports;
		}
		if (is_pair(a, at, "xuất", "khẩu")) return Flow::exports;
		if (is_pair(a, at, "kim", "ngạch") || is_pair(a, at, "hai", "chiều")) return Flow::both;
	}
	return std::nullopt;
}

/// Does "các tỉnh", "các tỉnh Bắc", "các tỉnh Trung và Nam" stand before the country?
bool of_unnamed_provinces(const Annotated& a, std::uint32_t t) {
	for (std::uint32_t back = 1; back <= 5 && t > back; ++back) {
		if (a.word(t - back) == "tỉnh") return a.word(t - back - 1) == "các";
		if (!a.tokens[t - back].capital && a.word(t - back) != "và" && a.word(t - back) != "miền" &&
		    a.word(t - back) != "phía")
			return false;
	}
	return false;
}

/// Those whom [begin, end) names, without the ones who only tell of it or through whose gate the goods go.
PartySet named_in(const Context& c, std::uint32_t begin, std::uint32_t end) {
	PartySet out;
	for (const auto& m : c.parties_in(begin, end)) {
		if (m.parties.empty() || m.role == Role::in_title || m.role == Role::location) continue;
		const auto kind = kind_of(m.parties.front());
		// "các tỉnh Bắc Lào": provinces, not the country.
		const bool provinces = kind == "state" && of_unnamed_provinces(c.a(), m.begin);
		if (provinces) {
			merge(out, {country_of(m.parties.front()) == Country::vn ? "VN/province" : "LA/province"});
		} else if (kind == "province" || kind == "state" || kind == "district" || kind == "company") {
			merge(out, m.parties);
		}
	}
	return out;
}

/// "giữa A và B", "của A với B", "của A sang Lào", "hai chiều A - B" behind the words of trade in [begin, end).
PartySet traders_in(const Context& c, std::uint32_t begin, std::uint32_t end) {
	static constexpr std::array<std::string_view, 2> k_between = {"giữa", "của"};
	const auto& a = c.a();
	bool trade = false;
	for (auto t = begin; t < end; ++t) {
		trade = trade || is_pair(a, t, "kim", "ngạch") || is_pair(a, t, "xuất", "khẩu") ||
		        is_pair(a, t, "nhập", "khẩu") || is_pair(a, t, "hai", "chiều");
		const bool pair_follows = t > begin && is_pair(a, t - 1, "hai", "chiều") && t + 1 < end;
		if (!trade || !(one_of(a.word(t), k_between) || (pair_follows && a.tokens[t + 1].capital))) continue;
		// Only what stands before the verb of the figure: behind it other things are told.
		auto stop = t + 1;
		while (stop < end && !a.tokens[stop].is(',') && !a.tokens[stop].is(';') && a.word(stop) != "đạt" &&
		       a.word(stop) != "ước" && a.tokens[stop].kind != text::TokenKind::number)
			++stop;
		if (auto both = named_in(c, t + 1, stop); Context::both_sides(both)) return both;
	}
	return {};
}

/// "Kim ngạch xuất nhập khẩu qua cửa khẩu A đạt 38 triệu USD": no word of whose trade it is.
bool names_nobody(const Context& c, const text::Sentence& sentence, const Number& number) {
	for (const auto cue : {Cue::states, Cue::provinces, Cue::both, Cue::all_sides, Cue::friends}) {
		if (c.has_cue(sentence.begin, number.begin, cue)) return false;
	}
	const auto named = c.parties_in(sentence.begin, number.begin);
	return std::all_of(named.begin(), named.end(), [](const PartyMention& m) {
		return m.parties.empty() || m.role == Role::in_title || m.role == Role::location;
	});
}

/// The provinces or the countries trade, whichever of their bodies the text is about.
PartySet provinces_of(const PartySet& pair) {
	PartySet out;
	for (const auto& party : pair)
		merge(out, PartySet{std::string(place_of(party)) + (place_of(party).size() > 2 ? "/province" : "/state")});
	return out;
}

}  // namespace

std::optional<TradeSides> trade_sides(const Context& context, const Number& number) {
	const auto& a = context.a();
	const auto s = context.sentence_of(number.begin);
	const auto& sentence = context.sentence(s);
	const auto flow = flow_before(a, sentence.begin, number.begin);
	const bool sold = sold_to_friends(a, sentence.begin, number.begin);
	if (!flow && !sold) return std::nullopt;
	auto pair = traders_in(context, sentence.begin, number.begin);
	if (sold) {
		if (!Context::both_sides(pair)) pair = context.pair_at(number.begin);
		return TradeSides{Context::side(pair, Country::vn), Context::side(pair, Country::la)};
	}
	for (auto back = s; pair.empty() && back > 0 && s - back < 2; --back) {
		const auto& before = context.sentence(back - 1);
		if (before.block != sentence.block) break;
		// A sentence that names others tells of them.
		if (!named_in(context, sentence.begin, number.begin).empty()) break;
		pair = traders_in(context, before.begin, before.end);
	}
	if (pair.empty() && *flow == Flow::both && names_nobody(context, sentence, number))
		pair = provinces_of(context.pair_at(number.begin));
	if (!Context::both_sides(pair)) return std::nullopt;
	if (*flow == Flow::both) return TradeSides{std::move(pair), {}};
	// Whose exports they are is told first: "kim ngạch xuất khẩu của A sang B".
	const auto own = country_of(pair.front());
	const auto other = own == Country::vn ? Country::la : Country::vn;
	if (*flow == Flow::exports) return TradeSides{Context::side(pair, own), Context::side(pair, other)};
	return TradeSides{Context::side(pair, own), {}};
}

void take_own_trade(const Context& context, const Number& number, PartySet& by) {
	const auto& sentence = context.sentence(context.sentence_of(number.begin));
	const auto flow = flow_before(context.a(), sentence.begin, number.begin);
	if (!flow || *flow == Flow::both || !Context::both_sides(by)) return;
	const auto named = named_in(context, sentence.begin, number.begin);
	if (Context::both_sides(named)) return;
	by = Context::side(by, named.empty() ? Country::vn : country_of(named.front()));
}

}  // namespace bienban::extraction
