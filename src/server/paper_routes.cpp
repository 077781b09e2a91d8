#include <algorithm>
#include <map>
#include <set>

#include "asking/review_words.hpp"
#include "model/fields.hpp"
#include "model/json.hpp"
#include "model/names.hpp"
#include "model/period.hpp"
#include "paper/compose.hpp"
#include "paper/fill.hpp"
#include "paper/writers.hpp"
#include "register/names.hpp"
#include "report/describe.hpp"
#include "report/values.hpp"
#include "review/review.hpp"
#include "server/routes.hpp"
#include "server/shapes.hpp"

/// Reviews and drafts, as data and as papers.
namespace bienban::server {

namespace {

using review::ItemIndex;

/// Sources under one value of a conflict.
constexpr std::size_t k_most_sources = 5;
/// Facts on the page of a pair where no period is asked for: with more, its later years are shown.
constexpr std::size_t k_most_of_a_pair = 4'000;

asking::ReviewWords review_words(Call& call, std::vector<std::string> sides) {
	return {.sides = std::move(sides),
	        .with_past = call.flag("with_past") ? asking::WithPast::yes : asking::WithPast::no,
	        .from = {.name = "from", .word = call.parameter("from")},
	        .to = {.name = "to", .word = call.parameter("to")},
	        .as_of = {.name = "as_of", .word = call.parameter("as_of")}};
}

using Made = KeptReview::Made;

/// What the review of a question is kept under: it follows from that and the state of the register.
std::string key_of(Call& call, const review::Question& question) {
	const auto last = call.rows().last_entry();
	std::string key = last ? last->hash : "";
	const auto add = [&](const review::Side& side) {
		key.append("\n").append(side.party);
		for (const std::string& past : side.past) key.append(" ").append(past);
	};
	add(question.of);
	for (const review::Side& side : question.with) add(side);
	return key.append("\n")
	    .append(question.from.value_or(""))
	    .append("\n")
	    .append(question.to.value_or(""))
	    .append("\n")
	    .append(std::to_string(question.as_of));
}

Outcome<review::Question> asked_question(Call& call, std::vector<std::string> sides) {
	auto question = asking::review_of(review_words(call, std::move(sides)));
	if (!question) return failed(question.error());
	if (auto known = asking::known(call.rows(), *question); !known) return failed(known.error());
	return std::move(*question);
}

Outcome<Made> review_of(Call& call, const review::Question& question) {
	const std::string key = key_of(call, question);
	if (auto kept = call.state().review().find(key)) return kept;
	auto facts = call.opened().told(asking::facts_for(question), asking::k_told_by);
	if (!facts) return failed(facts.error());
	auto made = std::make_shared<const review::Review>(review::review(question, std::move(*facts)));
	call.state().review().put(key, made);
	return made;
}

/// The review of what is asked.
Outcome<Made> asked_review(Call& call, std::vector<std::string> sides) {
	const auto question = asked_question(call, std::move(sides));
	if (!question) return tl::unexpected(question.error());
	return review_of(call, *question);
}

/// The year from which on the page of a pair has about as many facts as a person can look through; nothing where it
/// has not more at all.
std::optional<std::string> first_year_shown(Call& call, const review::Question& question) {
	registry::FactQuestion latest = asking::facts_for(question);
	latest.sort = registry::Sort::date_down;
	latest.page = {.limit = 1, .offset = k_most_of_a_pair};
	const auto rows = call.rows().list_facts(latest);
	if (rows.empty() || rows.front().first_day == 0) return std::nullopt;
	return std::to_string(std::min(rows.front().first_day / 10'000 + 1, question.as_of / 10'000));
}

/// `between`, or `of` and `with`.
Outcome<std::vector<std::string>> asked_sides(Call& call) {
	std::vector<std::string> sides = asking::listed(call.parameter("between").value_or(""));
	if (sides.empty()) {
		if (const auto of = call.parameter("of")) sides.push_back(*of);
		for (std::string& side : asking::listed(call.parameter("with").value_or(""))) sides.push_back(std::move(side));
	}
	if (sides.size() < 2) return failed("web-sides", {}, "between");
	return sides;
}

/// A paper as it is asked for: JSON to be read on the page, all else to be saved.
Outcome<Answer> paper_answer(Call& call, paper::Paper paper, const std::string& name) {
	const std::string format = call.parameter("format").value_or("json");
	const auto evidence = [&](registry::RecordId id, registry::Quoted quoted) {
		return call.opened().evidence(id, quoted);
	};
	paper::fill(paper, {evidence}, format == "xlsx" ? paper::Quotes::of_workbook : paper::Quotes::all);
	const auto file = [&](base::Result<std::string> bytes, const char* type) -> Outcome<Answer> {
		if (!bytes) return failed(bytes.error(), "", 500);
		return Answer{File{.bytes = std::move(*bytes), .type = type, .name = name + "." + format}};
	};
	if (format == "json") {
		return Answer{File{.bytes = paper::json(paper), .type = "application/json; charset=utf-8", .name = {}}};
	}
	if (format == "html") return file(paper::html(paper), "text/html; charset=utf-8");
	if (format == "md") return file(paper::markdown(paper), "text/markdown; charset=utf-8");
	if (format == "docx") {
		return file(paper::docx(paper), "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
	}
	if (format == "xlsx") {
		return file(paper::xlsx(paper), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
	}
	return failed("web-choice", {format, "json, html, docx, xlsx, md"}, "format");
}

/// "review-VN-05-LA-HO" out of codes and the names of bodies, which may have any letters.
std::string file_name(std::string_view kind, const review::Question& question) {
	std::string name{kind};
	const auto add = [&](const review::Side& side) {
		name.push_back('-');
		for (const char c : side.party) name.push_back(c == '/' || c == ' ' ? '-' : c);
	};
	add(question.of);
	for (const review::Side& side : question.with) add(side);
	return name;
}

/// A review as data, its facts by their names.
class PairJson {
public:
	/// `earlier`: there are facts from before the period, which were left out because they are too many.
	PairJson(Call& call, const review::Review& review, bool earlier)
	    : m_call(call), m_review(review), m_earlier(earlier) {}

	Json made() {
		const review::Question& question = m_review.material.question;
		Json json = {{"a", side(question.of)},
		             {"b", side(question.with.front())},
		             {"from", text_json(question.from)},
		             {"to", text_json(question.to)},
		             {"as_of", day_json(question.as_of)},
		             {"earlier", m_earlier},
		             {"facts", Json::object()},
		             {"agreements", agreements()},
		             {"contacts", names(m_review.contacts.items)},
		             {"contact_counts", contact_counts()},
		             {"series", series()},
		             {"done", names(m_review.done)},
		             {"results", results()},
		             {"support", support()},
		             {"promises", promises()},
		             {"conflicts", conflicts()},
		             {"ended", Json::array()},
		             {"unreported", m_review.disputed.unreported},
		             {"empty_years", m_review.disputed.empty_years},
		             {"next_steps", next_steps()}};
		for (const std::size_t basis : m_review.disputed.ended) {
			json["ended"].push_back(name(m_review.basis[basis].item));
		}
		for (const ItemIndex item : m_named) json["facts"][fact_name(item)] = fact(item);
		return json;
	}

private:
	std::string fact_name(ItemIndex item) const { return report::fact_name(m_review.material.items[item].fact); }
	/// Whoever is named is told of under `facts`.
	std::string name(ItemIndex item) {
		m_named.insert(item);
		return fact_name(item);
	}
	Json maybe_name(const std::optional<ItemIndex>& item) { return item ? Json(name(*item)) : Json(nullptr); }
	template <typename Items>
	Json names(const Items& items) {
		Json list = Json::array();
		for (const ItemIndex item : items) list.push_back(name(item));
		return list;
	}
	Json side(const review::Side& one) const {
		const bool place = one.party.find('/') == std::string::npos;
		return {{"party", one.party},
		        {"name",
		         place ? report::place_words(one.party, m_call.lang()) : report::party_words(one.party, m_call.lang())},
		        {"past", one.past}};
	}
	static Json first_day(const std::optional<model::Period>& period) {
		return period ? day_json(period->first) : Json(nullptr);
	}
	static Json last_day(const std::optional<model::Period>& period) {
		return period ? day_json(period->last) : Json(nullptr);
	}
	template <typename E>
	static Json maybe_enum(const std::optional<E>& value) {
		return value ? Json(model::name_of(*value)) : Json(nullptr);
	}

	Json fact(ItemIndex index) const {
		const review::Item& item = m_review.material.items[index];
		Json kind = nullptr;
		if (const auto* meeting = m_review.material.as<model::Meeting>(index)) kind = model::name_of(meeting->kind);
		if (const auto* activity = m_review.material.as<model::Activity>(index)) kind = model::name_of(activity->kind);
		if (const auto* paper = m_review.material.as<model::Agreement>(index)) kind = model::name_of(paper->instrument);
		Json parties = Json::array();
		model::for_each_side(item.record, [&](const std::vector<model::Party>& some) {
			for (const model::Party& party : some) parties.push_back(party);
		});
		const Json record = model::to_json(item.record);
		Json themes = Json::array();
		if (record.contains("themes")) themes = record.at("themes");
		if (record.contains("theme") && !record.at("theme").is_null()) themes.push_back(record.at("theme"));
		return {{"id", report::fact_name(item.fact)},
		        {"type", model::type_of(item.record)},
		        {"kind", std::move(kind)},
		        {"summary", report::describe(item.record, m_call.lang())},
		        {"date", text_json(item.date)},
		        {"dated", review::k_dated_names.at(static_cast<std::size_t>(item.dated))},
		        {"first_day", first_day(item.when)},
		        {"last_day", last_day(item.when)},
		        {"within", item.within},
		        {"status", model::name_of(item.status)},
		        {"conflicts", item.conflicts},
		        {"records", item.records},
		        {"parties", std::move(parties)},
		        {"themes", std::move(themes)}};
	}

	Json agreements() {
		Json list = Json::array();
		for (const review::Basis& one : m_review.basis) {
			list.push_back({{"fact", name(one.item)},
			                {"first_day", first_day(one.term)},
			                {"last_day", last_day(one.term)},
			                {"term_known", one.term.has_value()},
			                {"in_force", one.in_force},
			                {"ended", one.ended},
			                {"followed", one.followed},
			                {"signed_at", maybe_name(one.signed_at)},
			                {"replaces", maybe_name(one.replaces)},
			                {"replaced_by", maybe_name(one.replaced_by)}});
		}
		return list;
	}

	Json contact_counts() {
		constexpr auto k_kinds = std::to_array<std::string_view>(
		    {"talks", "conference", "briefing", "reception", "ceremony", "exchange", "visit"});
		constexpr auto k_hosts = std::to_array<std::string_view>({"a", "b", "unknown"});
		Json list = Json::array();
		for (const review::ContactCount& one : m_review.contacts.counts) {
			list.push_back({{"year", one.year == 0 ? Json(nullptr) : Json(one.year)},
			                {"kind", k_kinds.at(static_cast<std::size_t>(one.kind))},
			                {"host", k_hosts.at(static_cast<std::size_t>(one.host))},
			                {"count", one.count},
			                {"facts", names(one.items)}});
		}
		return list;
	}

	Json series() {
		Json list = Json::array();
		const auto maybe = [](const std::optional<int>& number) { return number ? Json(*number) : Json(nullptr); };
		for (const review::Series& one : m_review.contacts.series) {
			Json held = Json::array();
			for (const review::Occurrence& time : one.held) {
				held.push_back({{"fact", name(time.item)},
				                {"year", time.year == 0 ? Json(nullptr) : Json(time.year)},
				                {"ordinal", maybe(time.ordinal)}});
			}
			Json gaps = Json::array();
			for (const review::Gap& gap : one.gaps) {
				gaps.push_back({{"year", maybe(gap.year)}, {"ordinal", maybe(gap.ordinal)}});
			}
			list.push_back({{"kind", model::name_of(one.kind)},
			                {"parties", one.parties},
			                {"yearly", one.yearly},
			                {"held", std::move(held)},
			                {"gaps", std::move(gaps)}});
		}
		return list;
	}

	Json sum(const review::Sum& one) {
		return {{"value", model::number_json(one.value)},
		        {"about", maybe_enum(one.about)},
		        {"first_day", day_json(one.when.first)},
		        {"last_day", day_json(one.when.last)},
		        {"parts", names(one.parts)},
		        {"gaps", one.gaps}};
	}

	Json results() {
		Json list = Json::array();
		for (const review::Indicator& one : m_review.indicators) {
			Json figures = Json::array();
			for (const review::Figure& figure : one.figures) {
				figures.push_back({{"fact", name(figure.item)},
				                   {"value", model::number_json(figure.value)},
				                   {"about", maybe_enum(figure.about)},
				                   {"first_day", first_day(figure.when)},
				                   {"last_day", last_day(figure.when)}});
			}
			list.push_back({{"theme", maybe_enum(one.theme)},
			                {"unit", one.unit},
			                {"by", one.by},
			                {"to", one.to},
			                {"figures", std::move(figures)},
			                {"total", one.total ? sum(*one.total) : Json(nullptr)}});
		}
		return list;
	}

	static const char* direction(review::Direction one) {
		return one == review::Direction::given ? "a-to-b" : "b-to-a";
	}

	Json support() {
		Json entries = Json::array();
		for (const review::LedgerEntry& one : m_review.ledger.entries) {
			Json money = nullptr;
			if (one.money) money = {{"value", model::number_json(one.money->value)}, {"unit", one.money->unit}};
			entries.push_back({{"fact", name(one.item)},
			                   {"direction", direction(one.direction)},
			                   {"money", std::move(money)},
			                   {"part_of", maybe_name(one.part_of)},
			                   {"added", one.added}});
		}
		Json sums = Json::array();
		for (const review::LedgerSum& one : m_review.ledger.sums) {
			sums.push_back({{"direction", direction(one.direction)},
			                {"currency", one.currency},
			                {"year", one.year == 0 ? Json(nullptr) : Json(one.year)},
			                {"sum", sum(one.sum)}});
		}
		return {{"entries", std::move(entries)}, {"sums", std::move(sums)}};
	}

	Json promises() {
		constexpr auto k_by = std::to_array<std::string_view>({"both", "a", "b"});
		Json list = Json::array();
		for (const review::Promise& one : m_review.promises) {
			list.push_back({{"fact", name(one.commitment)},
			                {"theme", maybe_enum(one.theme)},
			                {"by", k_by.at(static_cast<std::size_t>(one.by))},
			                {"first_day", first_day(one.when)},
			                {"last_day", last_day(one.when)},
			                {"under", maybe_name(one.under)},
			                {"grade", review::k_grade_names.at(static_cast<std::size_t>(one.grade))},
			                {"answers", names(one.answers)},
			                {"more_answers", one.more_answers},
			                {"open", one.open}});
		}
		return list;
	}

	Json conflicts() {
		Json list = Json::array();
		for (const review::Conflict& one : m_review.disputed.conflicts) {
			const review::Item& item = m_review.material.items[one.item];
			const auto type = model::type_of(item.record);
			Json values = Json::array();
			for (const review::Saying& saying : one.sayings) {
				std::vector<registry::RecordId> records;
				for (const std::size_t telling : saying.tellings) {
					if (records.size() < k_most_sources) records.push_back(item.tellings[telling].record);
				}
				values.push_back({{"value", held_json(saying.value)},
				                  {"words", report::value_words(type, one.field, saying.value, m_call.lang())},
				                  {"sources", sources_json(m_call, records)}});
			}
			list.push_back({{"fact", name(one.item)}, {"field", one.field}, {"values", std::move(values)}});
		}
		return list;
	}

	Json next_steps() {
		constexpr auto k_kinds = std::to_array<std::string_view>({"renew", "carry-on", "take-up", "hold", "clear-up"});
		Json list = Json::array();
		for (const review::NextStep& one : m_review.next_steps) {
			list.push_back({{"kind", k_kinds.at(static_cast<std::size_t>(one.kind))},
			                {"theme", maybe_enum(one.theme)},
			                {"facts", names(one.items)}});
		}
		return list;
	}

	Call& m_call;
	const review::Review& m_review;
	bool m_earlier;
	std::set<ItemIndex> m_named;
};

/// The item of the fact that `meeting` names.
Outcome<std::optional<ItemIndex>> asked_meeting(Call& call, const review::Material& material) {
	const auto word = call.parameter("meeting");
	if (!word) return std::optional<ItemIndex>{};
	const auto id = registry::parse_id(*word);
	const bool names_fact = id && (id->kind == registry::IdKind::fact || id->kind == registry::IdKind::record);
	for (ItemIndex i = 0; names_fact && i < material.items.size(); ++i) {
		if (material.items[i].fact == id->number && material.as<model::Meeting>(i) != nullptr) return i;
	}
	return failed("draft-not-a-meeting", {*word}, "meeting");
}

}  // namespace

Outcome<Answer> pair(Call& call) {
	auto question = asked_question(call, {call.value(0), call.value(1)});
	if (!question) return tl::unexpected(question.error());
	const bool all = !question->from && !question->to;
	if (all) question->from = first_year_shown(call, *question);
	const auto made = review_of(call, *question);
	if (!made) return tl::unexpected(made.error());
	return Answer{PairJson{call, **made, all && question->from}.made()};
}

Outcome<Answer> review(Call& call) {
	auto sides = asked_sides(call);
	if (!sides) return tl::unexpected(sides.error());
	const auto made = asked_review(call, std::move(*sides));
	if (!made) return tl::unexpected(made.error());
	const auto length = call.parameter("format") == "xlsx" ? paper::Length::whole : paper::Length::page;
	return paper_answer(call, paper::review_paper(**made, call.lang(), length),
	                    file_name("review", (*made)->material.question));
}

Outcome<Answer> draft(Call& call) {
	constexpr auto k_drafts = std::to_array<std::string_view>({"minutes", "memorandum", "report", "bulletin"});
	const std::string& kind = call.value(0);
	const auto found = std::ranges::find(k_drafts, kind);
	if (found == k_drafts.end()) return failed("web-no-route", {}, "kind");
	const auto next = call.parameter("for");
	if (next && !model::period_of(*next)) return failed("field-date", {"for", *next}, "for");
	auto sides = asked_sides(call);
	if (!sides) return tl::unexpected(sides.error());
	const auto made = asked_review(call, std::move(*sides));
	if (!made) return tl::unexpected(made.error());
	const auto meeting = asked_meeting(call, (*made)->material);
	if (!meeting) return tl::unexpected(meeting.error());
	auto paper = paper::draft(**made,
	                          {.kind = static_cast<paper::Draft>(found - k_drafts.begin()),
	                           .meeting = *meeting,
	                           .next_period = next,
	                           .sources = !call.flag("no_sources")},
	                          call.lang());
	if (!paper) return failed(paper.error());
	paper->column_to_fill = call.flag("lao_column");
	return paper_answer(call, std::move(*paper), file_name(kind, (*made)->material.question));
}

}  // namespace bienban::server
