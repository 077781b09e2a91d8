#include "extraction/shares.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/one_of.hpp"

namespace bienban::extraction {
namespace {

using base::one_of;
using lexicon::Cue;

/// The mention that ends at this token, nullptr where there is none.
const PartyMention* ending_at(const Context& c, std::uint32_t t) {
	const PartyMention* found = nullptr;
	for (const auto& m : c.parties_in(t > 30 ? t - 30 : 0, t)) {
		if (m.end == t && !m.parties.empty() && m.role != Role::in_title) found = &m;
	}
	return found;
}

/// May a share begin behind this token?
bool opens(const Annotated& a, std::uint32_t t) {
	static constexpr std::array<std::string_view, 13> k_words = {"và",  "còn",  "riêng", "Riêng", "đó",  "của", "phía",
	                                                             "bạn", "Phía", "ở",     "tại",   "Còn", "với"};
	const auto& token = a.tokens[t];
	return token.is(',') || token.is(';') || token.is(':') || token.is('(') || one_of(a.word(t), k_words);
}

}  // namespace

std::optional<Share> share_of(const Context& c, const Number& n) {
	const auto& a = c.a();
	const auto floor = c.sentence(c.sentence_of(n.begin)).begin;
	auto t = n.about_begin;
	static constexpr std::array<std::string_view, 3> k_links = {"là", "có", "nhận"};
	if (t > floor && (one_of(a.word(t - 1), k_links) || a.tokens[t - 1].is(':'))) --t;
	const auto* last = ending_at(c, t);
	if (last == nullptr || last->begin < floor) return std::nullopt;
	Share share{last->begin, last->parties, last->naming == Naming::incomplete};
	// "Thanh Hóa và Houaphanh 5 chuyên án": the conjunction joins them, unless a figure stands before it.
	if (share.begin > floor + 1 && (a.word(share.begin - 1) == "và" || a.tokens[share.begin - 1].is('-'))) {
		if (const auto* first = ending_at(c, share.begin - 1); first != nullptr && first->begin >= floor) {
			auto both = first->parties;
			merge(both, share.parties);
			share = {first->begin, std::move(both), share.incomplete};
		}
	}
	if (share.begin > floor && !opens(a, share.begin - 1)) return std::nullopt;
	bool row = share.begin > floor && a.cue_at(share.begin - 1, Cue::including) != nullptr;
	const auto numbers = c.numbers_in(floor, share.begin);
	row = row || !numbers.empty();
	// The first of a row stands behind the colon and has others behind it.
	for (auto u = share.begin; u > floor && share.begin - u < 4 && !row; --u) row = a.tokens[u - 1].is(':');
	if (!row) return std::nullopt;
	return share;
}

namespace {

/// An office of a province that does not speak for it: a union, a court, the customs, a hospital.
bool stands_alone(const model::Party& p) {
	static constexpr std::array<std::string_view, 9> k_names = {"hội ",      "hiệp hội",  "liên đoàn",
	                                                            "liên hiệp", "công đoàn", "viện kiểm sát",
	                                                            "tòa án",    "hải quan",  "cục hải quan"};
	if (kind_of(p) != "agency" || place_of(p).size() == 2) return false;
	const auto name = std::string_view(p).substr(place_of(p).size() + std::string_view("/agency/").size());
	return std::any_of(k_names.begin(), k_names.end(), [&](std::string_view w) { return name.starts_with(w); });
}

}  // namespace

PartySet as_bodies(PartySet parties, const PartySet& bodies) {
	// Offices that deal with each other, one on each side at least: "phía Hà Tĩnh" of two customs means one of them.
	// What departments do is their province's.
	bool vn = false;
	bool la = false;
	for (const auto& b : bodies) {
		if (!stands_alone(b)) continue;
		(country_of(b) == lexicon::Country::vn ? vn : la) = true;
	}
	const bool offices = vn && la;
	for (auto& p : parties) {
		if (kind_of(p) != "province" || std::find(bodies.begin(), bodies.end(), p) != bodies.end()) continue;
		const model::Party* body = nullptr;
		for (const auto& b : bodies) {
			const auto kind = kind_of(b);
			const bool of_province = kind == "border-guard" || kind == "military-command" || kind == "police" ||
			                         kind == "youth-union" || kind == "women-union" || kind == "fatherland-front" ||
			                         (offices && stands_alone(b));
			if (of_province && place_of(b) == place_of(p)) body = &b;
		}
		if (body != nullptr) p = *body;
	}
	return parties;
}

}  // namespace bienban::extraction
