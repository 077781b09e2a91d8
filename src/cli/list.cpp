#include <algorithm>
#include <array>

#include "asking/stories.hpp"
#include "cli/asked.hpp"
#include "cli/open_register.hpp"
#include "lexicon/spellings.hpp"
#include "model/names.hpp"
#include "register/search.hpp"
#include "report/lists.hpp"

namespace bienban::cli {

namespace {

/// What can be listed; of facts with the type of their records, which is empty for facts of all types.
struct Kind {
	std::string_view name;
	enum { facts, conflicts, documents, people, parties, unresolved, changed } of = facts;
	std::string_view type = {};
};
constexpr auto k_kinds = std::to_array<Kind>({{"documents", Kind::documents},
                                              {"meetings", Kind::facts, "meeting"},
                                              {"visits", Kind::facts, "visit"},
                                              {"activities", Kind::facts, "activity"},
                                              {"agreements", Kind::facts, "agreement"},
                                              {"twinnings", Kind::facts, "twinning"},
                                              {"achievements", Kind::facts, "achievement"},
                                              {"commitments", Kind::facts, "commitment"},
                                              {"results", Kind::facts, "result"},
                                              {"support", Kind::facts, "support"},
                                              {"facts", Kind::facts},
                                              {"people", Kind::people},
                                              {"parties", Kind::parties},
                                              {"conflicts", Kind::conflicts},
                                              {"unresolved", Kind::unresolved},
                                              {"changed", Kind::changed}});

base::Result<Kind> asked_kind(const Arguments& arguments) {
	const auto found = std::ranges::find(k_kinds, arguments.operands.front(), &Kind::name);
	if (found != k_kinds.end()) return *found;
	std::string names;
	for (const Kind& kind : k_kinds) names.append(names.empty() ? "" : "|").append(kind.name);
	return base::fail("cli-kind", {arguments.operands.front(), names});
}

/// An option that says nothing about what is listed would be passed over in silence: refused instead.
base::Result<void> check_options(const Arguments& arguments, const Kind& kind) {
	constexpr auto k_of_facts =
	    std::to_array<std::string_view>({"--party", "--between", "--with-past", "--body", "--theme", "--from", "--to",
	                                     "--source", "--status", "--text", "--sort"});
	constexpr auto k_of_documents = std::to_array<std::string_view>(
	    {"--party", "--between", "--with-past", "--from", "--to", "--source", "--text", "--sort"});
	constexpr auto k_of_names = std::to_array<std::string_view>({"--party", "--text"});
	constexpr auto k_of_parties = std::to_array<std::string_view>({"--party", "--body", "--text"});
	std::span<const std::string_view> allowed;
	switch (kind.of) {
		case Kind::facts:
		case Kind::conflicts: allowed = k_of_facts; break;
		case Kind::documents: allowed = k_of_documents; break;
		case Kind::people: allowed = k_of_names; break;
		case Kind::parties: allowed = k_of_parties; break;
		case Kind::unresolved:
		case Kind::changed: break;
	}
	for (const std::string_view option : k_of_facts) {
		if (arguments.has(option) && std::ranges::find(allowed, option) == allowed.end()) {
			return base::fail("cli-not-for", {std::string{option}, std::string{kind.name}});
		}
	}
	return {};
}

/// --party as a place, or as a party where it has a slash.
base::Result<std::optional<std::string>> asked_party(const Arguments& arguments, bool place_only) {
	const auto word = arguments.value("--party");
	if (!word) return std::optional<std::string>{};
	auto party = place_only ? asking::place_code(*word) : asking::place_or_party(*word);
	return std::move(party).map([](std::string good) { return std::optional{std::move(good)}; });
}

/// --body and --theme: one of the record model's names.
template <typename Names>
base::Result<std::optional<std::string>> asked_name(const Arguments& arguments, std::string_view option,
                                                    const Names& names, const char* message) {
	auto word = arguments.value(option);
	if (word && std::ranges::find(names, *word) == names.end()) return base::fail(message, {*word});
	return word;
}

registry::Sort asked_sort(const Arguments& arguments) {
	const std::string sort = arguments.value("--sort").value_or("date");
	if (sort == "id") return registry::Sort::id;
	return sort == "-date" ? registry::Sort::date_down : registry::Sort::date;
}

base::Result<std::optional<std::string>> asked_words(const Arguments& arguments) {
	const auto text = arguments.value("--text");
	if (!text) return std::optional<std::string>{};
	return registry::search_query(*text, lexicon::spellings_of).map([](std::string query) {
		return std::optional{std::move(query)};
	});
}

base::Result<registry::FactQuestion> fact_question(const Arguments& arguments, const Kind& kind) {
	registry::FactQuestion question;
	if (!kind.type.empty()) question.types = {std::string{kind.type}};
	auto party = asked_party(arguments, false);
	if (!party) return tl::unexpected(party.error());
	auto between = asked_between(arguments);
	if (!between) return tl::unexpected(between.error());
	auto body = asked_name(arguments, "--body", model::k_party_kinds, "cli-body");
	if (!body) return tl::unexpected(body.error());
	auto theme = asked_name(arguments, "--theme", model::EnumNames<model::Theme>::k_names, "cli-theme");
	if (!theme) return tl::unexpected(theme.error());
	const auto period = asked_period(arguments);
	if (!period) return tl::unexpected(period.error());
	auto words = asked_words(arguments);
	if (!words) return tl::unexpected(words.error());
	question.party = std::move(*party);
	question.between_a = std::move(between->a);
	question.between_b = std::move(between->b);
	question.body = std::move(*body);
	question.theme = std::move(*theme);
	question.period = *period;
	question.source = arguments.value("--source");
	question.words = std::move(*words);
	if (const auto status = arguments.value("--status")) question.statuses = {*status};
	question.in_conflict = kind.of == Kind::conflicts;
	question.sort = asked_sort(arguments);
	question.page = asked_page(arguments);
	return question;
}

base::Result<registry::DocumentQuestion> document_question(const Arguments& arguments) {
	registry::DocumentQuestion question;
	auto place = asked_party(arguments, true);
	if (!place) return tl::unexpected(place.error());
	auto between = asked_between(arguments);
	if (!between) return tl::unexpected(between.error());
	const auto period = asked_period(arguments);
	if (!period) return tl::unexpected(period.error());
	auto words = asked_words(arguments);
	if (!words) return tl::unexpected(words.error());
	question.place = std::move(*place);
	question.between_a = std::move(between->a);
	question.between_b = std::move(between->b);
	question.period = *period;
	question.source = arguments.value("--source");
	question.words = std::move(*words);
	question.sort = asked_sort(arguments);
	question.page = asked_page(arguments);
	return question;
}

base::Result<registry::NameQuestion> name_question(const Arguments& arguments) {
	registry::NameQuestion question;
	auto place = asked_party(arguments, true);
	if (!place) return tl::unexpected(place.error());
	auto body = asked_name(arguments, "--body", model::k_party_kinds, "cli-body");
	if (!body) return tl::unexpected(body.error());
	question.country = std::move(*place);
	question.body = std::move(*body);
	question.name = arguments.value("--text");
	question.page = asked_page(arguments);
	return question;
}

/// What fills a page: to be asked of an open register.
using Ask = std::function<report::Listing(registry::Store&)>;

report::Listing counted(report::Listing listing, const registry::Count& count) {
	listing.total = count.number;
	listing.at_least = count.more;
	return listing;
}

base::Result<Ask> asking(const Arguments& arguments, const Kind& kind, base::Lang lang) {
	using registry::Store;
	const registry::PageOf page = asked_page(arguments);
	switch (kind.of) {
		case Kind::facts:
		case Kind::conflicts: {
			const auto question = fact_question(arguments, kind);
			if (!question) return tl::unexpected(question.error());
			return [q = *question, kind, lang](Store& rows) {
				const auto type = kind.type.empty() ? std::optional<std::string_view>{} : kind.type;
				return counted(report::facts_listing(asking::completed(rows, rows.list_facts(q)), type, lang),
				               rows.count_facts(q));
			};
		}
		case Kind::documents: {
			const auto question = document_question(arguments);
			if (!question) return tl::unexpected(question.error());
			return [q = *question, lang](Store& rows) {
				return counted(report::documents_listing(asking::completed(rows, rows.list_documents(q)), lang),
				               rows.count_documents(q));
			};
		}
		case Kind::people:
		case Kind::parties: {
			const auto question = name_question(arguments);
			if (!question) return tl::unexpected(question.error());
			if (kind.of == Kind::people) {
				return [q = *question, lang](Store& rows) {
					return counted(report::persons_listing(asking::completed(rows, rows.list_persons(q)), lang),
					               rows.count_persons(q));
				};
			}
			return [q = *question, lang](Store& rows) {
				return counted(report::parties_listing(rows.list_parties(q), lang), rows.count_parties(q));
			};
		}
		case Kind::unresolved:
			return [page, lang](Store& rows) {
				return counted(report::proposals_listing(rows.list_proposals(registry::Proposals::all, page), lang),
				               rows.count_proposals(registry::Proposals::all));
			};
		case Kind::changed: break;
	}
	return [page, lang](Store& rows) {
		return counted(report::changes_listing(rows.list_changed(page), lang), rows.count_changed());
	};
}

}  // namespace

ExitCode list_command(const Arguments& arguments, Console& console) {
	const base::Lang lang = console.layout().lang;
	const auto kind = asked_kind(arguments);
	const auto good = kind ? check_options(arguments, *kind) : base::Result<void>{};
	const auto ask = !kind   ? base::Result<Ask>{tl::unexpected(kind.error())}
	                 : !good ? base::Result<Ask>{tl::unexpected(good.error())}
	                         : asking(arguments, *kind, lang);
	if (!ask) {
		console.error(ask.error());
		return ExitCode::wrong_command_line;
	}
	return with_register(arguments, console, registry::Access::read, [&](registry::Register& opened) {
		tell_past(arguments, console);
		report::Listing listing = (*ask)(opened.rows());
		const registry::PageOf page = asked_page(arguments);
		listing.page_size = page.limit;
		listing.page = page.offset / page.limit + 1;
		const auto format = asked_listing_format(arguments);
		console.out(report::listing_text(listing, format, console.layout()));
		// A program that takes the page for the whole would lose the rest in silence.
		const bool whole = !listing.at_least && static_cast<std::size_t>(listing.total) <= page.limit;
		if (format != report::ListingFormat::table && !whole) console.note(report::page_line(listing, lang));
		return base::Result<ExitCode>{ExitCode::done};
	});
}

}  // namespace bienban::cli
