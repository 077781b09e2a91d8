#include "asking/words.hpp"

#include <ctime>

#include "lexicon/place_names.hpp"
#include "model/field_values.hpp"
#include "model/period.hpp"
#include "register/register.hpp"

namespace bienban::asking {

namespace {

std::vector<std::string> with_those_followed(const std::string& place, WithPast with_past) {
	std::vector<std::string> places = {place};
	if (with_past == WithPast::no) return places;
	for (std::string& followed : lexicon::places_followed(place)) places.push_back(std::move(followed));
	return places;
}

}  // namespace

std::int32_t today() {
	const std::time_t now = std::time(nullptr);
	std::tm local{};
	localtime_r(&now, &local);
	return (local.tm_year + 1900) * 10000 + (local.tm_mon + 1) * 100 + local.tm_mday;
}

base::Result<std::string> place_code(const std::string& word) {
	lexicon::PlaceMeant meant = lexicon::place_meant(word);
	if (!meant.code.empty()) return std::move(meant.code);
	if (meant.near.empty()) return base::fail("cli-place", {word});
	std::string near;
	for (const std::string& code : meant.near) {
		near.append(near.empty() ? "" : ", ").append(code).append(" ");
		near.append(lexicon::place_name(code, base::Lang::vi));
	}
	return base::fail("cli-place-near", {word, near});
}

base::Result<std::string> party_of(const std::string& word) {
	const auto slash = word.find('/');
	const auto place = place_code(word.substr(0, slash));
	if (!place) return tl::unexpected(place.error());
	std::string party = *place + (slash == std::string::npos ? "" : word.substr(slash));
	if (!model::is_party(party)) return base::fail("cli-party", {word});
	return party;
}

base::Result<std::string> place_or_party(const std::string& word) {
	return word.find('/') == std::string::npos ? place_code(word) : party_of(word);
}

base::Result<std::optional<model::Edtf>> date_of(std::string_view name, const std::optional<std::string>& word) {
	if (!word) return std::optional<model::Edtf>{};
	if (word->find('/') != std::string::npos || !model::period_of(*word)) {
		return base::fail("cli-date", {std::string{name}, *word});
	}
	return word;
}

base::Result<std::int32_t> last_day_of(std::string_view name, const std::optional<std::string>& word) {
	const auto date = date_of(name, word);
	if (!date) return tl::unexpected(date.error());
	return *date ? model::period_of(**date)->last : today();
}

base::Result<std::optional<registry::Days>> days_of(const Named& from, const Named& to) {
	const auto first = date_of(from.name, from.word);
	if (!first) return tl::unexpected(first.error());
	const auto last = date_of(to.name, to.word);
	if (!last) return tl::unexpected(last.error());
	if (!*first && !*last) return std::optional<registry::Days>{};
	registry::Days days;
	if (*first) days.first = model::period_of(**first)->first;
	if (*last) days.last = model::period_of(**last)->last;
	if (days.first > days.last) return base::fail("cli-period-backwards", {**first, **last});
	return days;
}

base::Result<Between> between_of(const std::string& a, const std::string& b, WithPast with_past) {
	const auto first = place_code(a);
	if (!first) return tl::unexpected(first.error());
	const auto second = place_code(b);
	if (!second) return tl::unexpected(second.error());
	if (*first == *second) return base::fail("cli-same-place", {*first});
	if (registry::belongs_to(*first, *second)) return base::fail("cli-overlapping-places", {*first, *second});
	if (registry::belongs_to(*second, *first)) return base::fail("cli-overlapping-places", {*second, *first});
	return Between{.a = with_those_followed(*first, with_past), .b = with_those_followed(*second, with_past)};
}

}  // namespace bienban::asking
