#include "cli/asked.hpp"

#include <algorithm>
#include <charconv>
#include <ctime>

#include "lexicon/place_names.hpp"
#include "model/field_values.hpp"
#include "model/fields.hpp"
#include "model/period.hpp"
#include "register/register.hpp"
#include "report/describe.hpp"

namespace bienban::cli {

namespace {

/// The number of an option, which the parser has checked.
std::size_t number_of(const Arguments& arguments, std::string_view option, std::size_t otherwise) {
	const auto word = arguments.value(option);
	if (word) std::from_chars(word->data(), word->data() + word->size(), otherwise);
	return otherwise;
}

/// Where this machine stands, yyyymmdd.
std::int32_t today() {
	const std::time_t now = std::time(nullptr);
	std::tm local{};
	localtime_r(&now, &local);
	return (local.tm_year + 1900) * 10000 + (local.tm_mon + 1) * 100 + local.tm_mday;
}

std::vector<std::string> with_past(const Arguments& arguments, const std::string& place) {
	std::vector<std::string> places = {place};
	if (!arguments.has("--with-past")) return places;
	for (std::string& followed : lexicon::places_followed(place)) places.push_back(std::move(followed));
	return places;
}

}  // namespace

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

base::Result<std::optional<model::Edtf>> asked_date(const Arguments& arguments, std::string_view option) {
	const auto word = arguments.value(option);
	if (!word) return std::optional<model::Edtf>{};
	if (word->find('/') != std::string::npos || !model::period_of(*word)) {
		return base::fail("cli-date", {std::string{option}, *word});
	}
	return word;
}

base::Result<std::int32_t> asked_day(const Arguments& arguments, std::string_view option) {
	const auto date = asked_date(arguments, option);
	if (!date) return tl::unexpected(date.error());
	return *date ? model::period_of(**date)->last : today();
}

base::Result<std::optional<registry::Days>> asked_period(const Arguments& arguments) {
	const auto from = asked_date(arguments, "--from");
	if (!from) return tl::unexpected(from.error());
	const auto to = asked_date(arguments, "--to");
	if (!to) return tl::unexpected(to.error());
	if (!*from && !*to) return std::optional<registry::Days>{};
	registry::Days days;
	if (*from) days.first = model::period_of(**from)->first;
	if (*to) days.last = model::period_of(**to)->last;
	if (days.first > days.last) return base::fail("cli-period-backwards", {**from, **to});
	return days;
}

base::Result<Between> asked_between(const Arguments& arguments) {
	const auto words = arguments.all("--between");
	if (words.size() < 2) {
		if (arguments.has("--with-past")) return base::fail("cli-option-missing", {"--between", "PLACE PLACE"});
		return Between{};
	}
	const auto a = place_code(words[0]);
	if (!a) return tl::unexpected(a.error());
	const auto b = place_code(words[1]);
	if (!b) return tl::unexpected(b.error());
	if (*a == *b) return base::fail("cli-same-place", {*a});
	if (registry::belongs_to(*a, *b)) return base::fail("cli-overlapping-places", {*a, *b});
	if (registry::belongs_to(*b, *a)) return base::fail("cli-overlapping-places", {*b, *a});
	return Between{.a = with_past(arguments, *a), .b = with_past(arguments, *b)};
}

void tell_past(const Arguments& arguments, Console& console) {
	const auto between = asked_between(arguments);
	if (!between || !arguments.has("--with-past")) return;
	const auto name = [&](const std::string& code) { return report::place_words(code, console.layout().lang); };
	for (const auto* places : {&between->a, &between->b}) {
		for (std::size_t i = 1; i < places->size(); ++i) {
			const std::string& now = places->front();
			const std::string& past = (*places)[i];
			console.note(console.messages().text("with-past", {now, name(now), past, name(past)}) + "\n");
		}
	}
}

registry::PageOf asked_page(const Arguments& arguments) {
	registry::PageOf page;
	page.limit = number_of(arguments, "--page-size", registry::k_page);
	page.offset = (number_of(arguments, "--page", 1) - 1) * page.limit;
	return page;
}

report::ListingFormat asked_listing_format(const Arguments& arguments) {
	const std::string format = arguments.value("--format").value_or("table");
	if (format == "csv") return report::ListingFormat::csv;
	return format == "jsonl" ? report::ListingFormat::jsonl : report::ListingFormat::table;
}

base::Result<std::string> party_of(const std::string& word) {
	const auto slash = word.find('/');
	const auto place = place_code(word.substr(0, slash));
	if (!place) return tl::unexpected(place.error());
	std::string party = *place + (slash == std::string::npos ? "" : word.substr(slash));
	if (!model::is_party(party)) return base::fail("cli-party", {word});
	return party;
}

}  // namespace bienban::cli
