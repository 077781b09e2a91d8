#include "lexicon/succession.hpp"

#include <algorithm>
#include <cstdint>

#include "lexicon/validity.hpp"
#include "model/fields.hpp"
#include "model/period.hpp"

namespace bienban::lexicon {
namespace {

std::string two_digits(std::int32_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

/// The day before an EDTF day.
std::string day_before(std::string_view day) {
	const auto period = model::period_of(day);
	if (!period) return std::string(day);
	auto year = period->first / 10000;
	auto month = period->first / 100 % 100;
	auto date = period->first % 100 - 1;
	if (date == 0) {
		if (--month == 0) {
			month = 12;
			--year;
		}
		const auto whole = model::period_of(std::to_string(year) + "-" + two_digits(month));
		date = whole ? whole->last % 100 : 1;
	}
	return std::to_string(year) + "-" + two_digits(month) + "-" + two_digits(date);
}

/// Is the EDTF day wholly behind the other?
bool is_after(std::string_view day, std::string_view last) {
	const auto a = model::period_of(day);
	const auto b = model::period_of(last);
	return a && b && a->last > b->last;
}

bool knows(const std::vector<FormerPlace>& places, std::string_view code) {
	return std::ranges::any_of(places, [&](const FormerPlace& place) { return place.code == code; });
}

/// Adds what went over to `code` before the day, then what had gone over to that.
void collect(const Lexicon& lexicon, std::string_view code, std::string_view day, Parts parts,
             std::vector<FormerPlace>& out) {
	const auto first = out.size();
	for (const auto& place : lexicon.places()) {
		if (place.successor == code && is_after(day, place.to) && !knows(out, place.code))
			out.push_back({place.code, place.to, false});
	}
	for (const auto& row : lexicon.successions()) {
		if (row.what != Succession::What::province || row.present != code) continue;
		if (row.part && parts == Parts::leave_out) continue;
		const auto last = day_before(row.from);
		if (is_after(day, last) && !knows(out, row.former)) out.push_back({row.former, last, row.part});
	}
	// By index: the list grows meanwhile.
	const auto end = out.size();
	for (auto i = first; i < end; ++i) {
		const auto former = out[i].code;
		collect(lexicon, former, out[i].last, parts, out);
	}
}

}  // namespace

std::string unit_on(const Lexicon& lexicon, std::string_view code, std::string_view day) {
	auto index = lexicon.place_of(code);
	if (!index) return std::string(code);
	// Bounded: a faulty table of one's own may lead in a circle.
	constexpr int k_most_mergers = 8;
	for (int i = 0; i < k_most_mergers; ++i) {
		const auto& now = lexicon.place(*index);
		const auto& next = in_force(lexicon, now, day);
		if (&next == &now) break;
		index = lexicon.place_of(next.code);
	}
	return lexicon.place(*index).code;
}

std::vector<FormerPlace> predecessors(const Lexicon& lexicon, std::string_view code, std::string_view day,
                                      Parts parts) {
	const auto unit = unit_on(lexicon, code, day);
	std::vector<FormerPlace> out;
	collect(lexicon, unit, day, parts, out);
	std::erase_if(out, [&](const FormerPlace& place) { return place.code == unit; });
	std::ranges::sort(out, [](const FormerPlace& a, const FormerPlace& b) {
		return a.last != b.last ? a.last > b.last : a.code < b.code;
	});
	return out;
}

std::vector<std::string> with_predecessors(const Lexicon& lexicon, std::string_view code, std::string_view day,
                                           Parts parts) {
	std::vector<std::string> out = {unit_on(lexicon, code, day)};
	for (auto& place : predecessors(lexicon, code, day, parts)) out.push_back(std::move(place.code));
	return out;
}

std::vector<FormerParty> party_predecessors(const Lexicon& lexicon, std::string_view party, std::string_view day) {
	const auto place = model::place_of(party);
	if (place.size() == party.size()) return {};
	const auto tail = party.substr(place.size() + 1);  // "border-post/yên khương"
	const auto unit = unit_on(lexicon, place, day);
	const auto former_places = predecessors(lexicon, place, day);
	std::vector<FormerParty> out;
	const auto add = [&](const std::string& code, std::string_view rest, const std::string& last) {
		auto id = code + "/" + std::string(rest);
		if (id != party) out.push_back({std::move(id), last});
	};
	for (const auto& former : former_places) add(former.code, tail, former.last);
	// Only commands of provinces came under others; the country's own stayed.
	if (place.size() > 2 && tail.find('/') == std::string_view::npos) {
		const auto known = lexicon.place_of(unit);
		for (const auto& row : lexicon.successions()) {
			if (row.what != Succession::What::body || row.present != tail || !known) continue;
			const auto last = day_before(row.from);
			if (row.country != lexicon.place(*known).country || !is_after(day, last)) continue;
			add(unit, row.former, last);
			for (const auto& former : former_places) add(former.code, row.former, std::min(former.last, last));
		}
	}
	return out;
}

}  // namespace bienban::lexicon
