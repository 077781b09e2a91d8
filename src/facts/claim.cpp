#include "facts/claim.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "facts/stretch.hpp"
#include "model/dates.hpp"
#include "model/fields.hpp"
#include "model/period.hpp"

namespace bienban::facts {

namespace {

/// The side of the border that documents are written on; all other countries are across.
constexpr std::string_view k_home = "VN";

bool is_home(std::string_view place) { return place.starts_with(k_home); }
bool is_country(std::string_view place) { return place.size() == 2; }

std::set<std::string> places_of(const model::Record& record) {
	std::set<std::string> places;
	model::for_each_side(record, [&](const std::vector<model::Party>& side) {
		for (const model::Party& party : side) places.emplace(model::place_of(party));
	});
	return places;
}

/// For each place those across the border that some record of the document names together with it.
using Ties = std::map<std::string, std::set<std::string>, std::less<>>;

Ties ties_of(const std::vector<std::set<std::string>>& places) {
	Ties ties;
	for (const auto& together : places) {
		for (const std::string& a : together) {
			for (const std::string& b : together) {
				if (is_home(a) != is_home(b)) ties[a].insert(b);
			}
		}
	}
	return ties;
}

/// The one place that a document ties this place to. A country beside one province of it says nothing else; two
/// provinces leave it open.
std::optional<std::string> tied_to(const std::string& place, const Ties& ties) {
	const auto found = ties.find(place);
	if (found == ties.end()) return std::nullopt;
	const std::set<std::string>& across = found->second;
	if (across.size() == 1) return *across.begin();
	std::optional<std::string> province;
	for (const std::string& other : across) {
		if (is_country(other)) continue;
		if (province) return std::nullopt;
		province = other;
	}
	return province;
}

std::vector<std::string> pairs_of(const std::set<std::string>& places, const Ties& ties) {
	std::vector<std::string> pairs;
	const auto add = [&](const std::string& home, const std::string& across) { pairs.push_back(home + "|" + across); };
	for (const std::string& home : places) {
		if (!is_home(home)) continue;
		for (const std::string& across : places) {
			if (!is_home(across)) add(home, across);
		}
	}
	if (pairs.empty()) {
		for (const std::string& place : places) {
			if (const auto other = tied_to(place, ties)) is_home(place) ? add(place, *other) : add(*other, place);
		}
	}
	std::ranges::sort(pairs);
	pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
	return pairs;
}

/// Whether the document reports this record as something that happened on a day.
bool is_event(const model::Record& record) {
	if (const auto* agreement = std::get_if<model::Agreement>(&record.value)) {
		return agreement->act == model::Act::signed_;
	}
	return std::holds_alternative<model::Meeting>(record.value) || std::holds_alternative<model::Visit>(record.value) ||
	       std::holds_alternative<model::Activity>(record.value);
}

/// The months in which the week before a publication lies: reports appear within days. Months, so that the many days
/// on which one thing is reported make few signatures.
std::optional<model::Edtf> months_before(const model::Edtf& published) {
	const auto day = model::period_of(published);
	if (!day || published.size() < 10) return published.empty() || !day ? std::nullopt : std::optional{published};
	const auto month = published.substr(0, 7);
	if (day->first % 100 > 7) return month;
	const auto year = day->first / 10000;
	const auto number = day->first / 100 % 100;
	const auto before = number == 1 ? std::to_string(year - 1) + "-12"
	                                : published.substr(0, 5) + (number < 11 ? "0" : "") + std::to_string(number - 1);
	return before + "/" + month;
}

/// The year that the document tells of: the last of those in which something was done or counted. It stands in for the
/// occasion where nothing else is known, for talks mostly sum up their own year.
std::optional<model::Edtf> year_told(const std::vector<model::Record>& records) {
	std::int32_t latest = 0;
	for (const model::Record& record : records) {
		if (!std::holds_alternative<model::Achievement>(record.value) &&
		    !std::holds_alternative<model::Result>(record.value)) {
			continue;
		}
		if (const auto& period = model::date_of(record)) latest = std::max(latest, last_year(*period));
	}
	return latest == 0 ? std::nullopt : std::optional{std::to_string(latest)};
}

/// How long before its publication a report's occasion lies at most, in days. What lies further back is remembered.
constexpr std::int32_t k_report_delay = 45;

/// When the occasion was that the document reports: the latest dated event in it, for what it remembers lies before.
std::optional<model::Edtf> occasion_of(const std::optional<model::Edtf>& published,
                                       const std::vector<model::Record>& records) {
	std::optional<model::Edtf> best;
	model::Period best_period;
	const Stretch day = stretch_of(published);
	for (const model::Record& record : records) {
		const auto& date = model::date_of(record);
		if (!date || !is_event(record)) continue;
		const auto period = model::period_of(*date);
		if (!period) continue;
		if (const auto event = stretch_of(date);
		    day.kind == Stretch::Kind::days && (event.last < day.first - k_report_delay || event.first > day.last)) {
			continue;
		}
		const bool later = !best || period->last > best_period.last ||
		                   (period->last == best_period.last && period->first > best_period.first);
		if (!later) continue;
		best = date;
		best_period = *period;
	}
	if (best) return best;
	if (published) return months_before(*published);
	return year_told(records);
}

/// Accords and border regulations are valid for decades: when a document happened to name one says nothing.
bool lasts(model::Instrument instrument) {
	return instrument == model::Instrument::treaty || instrument == model::Instrument::accord ||
	       instrument == model::Instrument::protocol || instrument == model::Instrument::regulation;
}

/// The occasion as far as the record's type has a use for it.
std::optional<model::Edtf> occasion_for(const model::Record& record, const std::optional<model::Edtf>& occasion) {
	if (!occasion || model::date_of(record)) return std::nullopt;
	if (std::holds_alternative<model::Twinning>(record.value)) return std::nullopt;
	if (const auto* agreement = std::get_if<model::Agreement>(&record.value)) {
		if (agreement->term || lasts(agreement->instrument)) return std::nullopt;
		// Which paper was in force is a matter of years.
		const auto year = last_year(*occasion);
		return year == 0 ? std::nullopt : std::optional{std::to_string(year)};
	}
	return occasion;
}

}  // namespace

std::vector<Claim> claims_of(const std::optional<model::Edtf>& published, const std::vector<model::Record>& records) {
	std::vector<std::set<std::string>> places;
	places.reserve(records.size());
	for (const model::Record& record : records) places.push_back(places_of(record));
	const Ties ties = ties_of(places);
	const auto occasion = occasion_of(published, records);
	std::vector<Claim> claims;
	claims.reserve(records.size());
	for (std::size_t i = 0; i < records.size(); ++i) {
		claims.push_back(
		    {.record = records[i], .pairs = pairs_of(places[i], ties), .occasion = occasion_for(records[i], occasion)});
	}
	return claims;
}

}  // namespace bienban::facts
