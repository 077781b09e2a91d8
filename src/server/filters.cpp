#include "server/filters.hpp"

#include <algorithm>
#include <span>

#include "asking/review_words.hpp"
#include "asking/words.hpp"
#include "lexicon/spellings.hpp"
#include "model/names.hpp"
#include "register/check.hpp"
#include "register/names.hpp"
#include "register/search.hpp"

namespace bienban::server {

namespace {

/// One of these words; nothing where the parameter is missing.
Outcome<std::optional<std::string>> one_of(Call& call, std::string_view name, std::span<const std::string_view> words,
                                           const char* message) {
	auto word = call.parameter(name);
	if (word && std::ranges::find(words, *word) == words.end()) return failed(message, {*word}, std::string{name});
	return word;
}

Outcome<std::vector<std::string>> some_of(Call& call, std::string_view name, std::span<const std::string_view> words) {
	std::vector<std::string> list = asking::listed(call.parameter(name).value_or(""));
	for (const std::string& word : list) {
		if (std::ranges::find(words, word) != words.end()) continue;
		std::string all;
		for (const std::string_view known : words) all.append(all.empty() ? "" : ", ").append(known);
		return failed("web-choice", {word, all}, std::string{name});
	}
	return list;
}

Outcome<registry::Sort> asked_sort(Call& call) {
	constexpr auto k_sorts = std::to_array<std::string_view>({"date", "-date", "id"});
	const auto word = one_of(call, "sort", k_sorts, "web-sort");
	if (!word) return tl::unexpected(word.error());
	const std::string sort = word->value_or("date");
	return sort == "id" ? registry::Sort::id : sort == "-date" ? registry::Sort::date_down : registry::Sort::date;
}

Outcome<std::optional<std::string>> asked_words(Call& call) {
	const auto text = call.parameter("text");
	if (!text) return std::optional<std::string>{};
	auto query = registry::search_query(*text, lexicon::spellings_of);
	if (!query) return failed(query.error(), "text");
	return std::optional{std::move(*query)};
}

Outcome<std::optional<std::string>> asked_place(Call& call, std::string_view name) {
	const auto word = call.parameter(name);
	if (!word) return std::optional<std::string>{};
	auto code = asking::place_code(*word);
	if (!code) return failed(code.error(), std::string{name});
	return std::optional{std::move(*code)};
}

}  // namespace

Outcome<std::optional<registry::Days>> asked_days(Call& call) {
	auto days =
	    asking::days_of({.name = "from", .word = call.parameter("from")}, {.name = "to", .word = call.parameter("to")});
	if (!days) {
		const auto& values = days.error().values;
		return failed(days.error(), !values.empty() && values[0] == "to" ? "to" : "from");
	}
	return *days;
}

template <typename Question>
Outcome<void> set_between(Call& call, Question& question) {
	const auto word = call.parameter("between");
	if (!word) return {};
	const auto places = asking::listed(*word);
	if (places.size() != 2) return failed("web-between", {*word}, "between");
	auto between =
	    asking::between_of(places[0], places[1], call.flag("with_past") ? asking::WithPast::yes : asking::WithPast::no);
	if (!between) return failed(between.error(), "between");
	question.between_a = std::move(between->a);
	question.between_b = std::move(between->b);
	return {};
}

template Outcome<void> set_between(Call&, registry::FactQuestion&);
template Outcome<void> set_between(Call&, registry::DocumentQuestion&);
template Outcome<void> set_between(Call&, registry::CheckQuestion&);

namespace {

/// What facts and documents are both listed by: days, source, words, order and page.
template <typename Question>
Outcome<void> set_listing(Call& call, Question& question) {
	const auto days = asked_days(call);
	if (!days) return tl::unexpected(days.error());
	auto words = asked_words(call);
	if (!words) return tl::unexpected(words.error());
	const auto sort = asked_sort(call);
	if (!sort) return tl::unexpected(sort.error());
	const auto page = call.page();
	if (!page) return tl::unexpected(page.error());
	question.period = *days;
	question.source = call.parameter("source");
	question.words = std::move(*words);
	question.sort = *sort;
	question.page = *page;
	return {};
}

}  // namespace

Outcome<registry::FactQuestion> fact_question(Call& call) {
	registry::FactQuestion question;
	auto types = some_of(call, "type", model::k_record_types);
	if (!types) return tl::unexpected(types.error());
	auto statuses = some_of(call, "status", model::EnumNames<registry::Status>::k_names);
	if (!statuses) return tl::unexpected(statuses.error());
	if (const auto word = call.parameter("party")) {
		auto party = asking::place_or_party(*word);
		if (!party) return failed(party.error(), "party");
		question.party = std::move(*party);
	}
	if (auto between = set_between(call, question); !between) return tl::unexpected(between.error());
	auto body = one_of(call, "body", model::k_party_kinds, "cli-body");
	if (!body) return tl::unexpected(body.error());
	auto theme = one_of(call, "theme", model::EnumNames<model::Theme>::k_names, "cli-theme");
	if (!theme) return tl::unexpected(theme.error());
	if (auto listing = set_listing(call, question); !listing) return tl::unexpected(listing.error());
	question.types = std::move(*types);
	question.statuses = std::move(*statuses);
	question.body = std::move(*body);
	question.theme = std::move(*theme);
	question.in_conflict = call.flag("conflict");
	return question;
}

Outcome<registry::DocumentQuestion> document_question(Call& call) {
	registry::DocumentQuestion question;
	auto place = asked_place(call, "place");
	if (!place) return tl::unexpected(place.error());
	if (auto between = set_between(call, question); !between) return tl::unexpected(between.error());
	if (auto listing = set_listing(call, question); !listing) return tl::unexpected(listing.error());
	question.place = std::move(*place);
	return question;
}

Outcome<registry::NameQuestion> name_question(Call& call, std::string_view place) {
	registry::NameQuestion question;
	auto code = asked_place(call, place);
	if (!code) return tl::unexpected(code.error());
	auto body = one_of(call, "body", model::k_party_kinds, "cli-body");
	if (!body) return tl::unexpected(body.error());
	const auto page = call.page();
	if (!page) return tl::unexpected(page.error());
	question.country = std::move(*code);
	question.body = std::move(*body);
	question.name = call.parameter("text");
	question.page = *page;
	return question;
}

}  // namespace bienban::server
