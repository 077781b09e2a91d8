#include <algorithm>

#include "asking/decisions.hpp"
#include "asking/stories.hpp"
#include "model/names.hpp"
#include "report/values.hpp"
#include "server/jobs.hpp"
#include "server/precision.hpp"
#include "server/routes.hpp"
#include "server/shapes.hpp"

/// Decisions, uploads and other jobs.
namespace bienban::server {

namespace {

using registry::Decision;
using registry::IdKind;
using registry::RecordId;

constexpr std::size_t k_longest_why = 2000;
/// Facts that are confirmed at once.
constexpr std::size_t k_most_at_once = 200;

/// A decision as a request writes it down.
class Written {
public:
	Written(const Call& call, const Fields& fields, registry::Register& opened)
	    : m_call(call), m_fields(fields), m_opened(opened) {}

	Outcome<std::vector<Decision>> decisions() {
		const auto kind = m_fields.text("kind");
		if (!kind) return tl::unexpected(kind.error());
		if (*kind == "confirm") return on_fact([](RecordId fact) { return registry::Confirm{.fact = fact}; });
		if (*kind == "reject") return on_fact([](RecordId fact) { return registry::Reject{.fact = fact}; });
		if (*kind == "correct") return correct();
		if (*kind == "add-fact") return add_fact();
		if (*kind == "join") return join();
		if (*kind == "split") return split();
		if (*kind == "same") return on_names<registry::Same>();
		if (*kind == "different") return on_names<registry::Different>();
		if (*kind == "undo") return undo();
		if (*kind == "nothing-here") return nothing_here();
		return failed("web-choice",
		              {*kind, "confirm, correct, reject, add-fact, join, split, same, different, undo, nothing-here"},
		              "kind");
	}

private:
	static Outcome<RecordId> fact_id(const std::string& word, const char* field) {
		const auto id = asking::fact_id_of(word);
		if (!id) return failed(id.error(), field);
		return *id;
	}

	Outcome<RecordId> fact() const {
		const auto word = m_fields.text("fact");
		if (!word) return tl::unexpected(word.error());
		return fact_id(*word, "fact");
	}

	Outcome<std::vector<RecordId>> ids(const char* field) const {
		const auto words = m_fields.texts(field);
		if (!words) return tl::unexpected(words.error());
		std::vector<RecordId> list;
		for (const std::string& word : *words) {
			const auto id = fact_id(word, field);
			if (!id) return tl::unexpected(id.error());
			list.push_back(*id);
		}
		return list;
	}

	template <typename Make>
	Outcome<std::vector<Decision>> on_fact(const Make& make) const {
		const auto id = fact();
		if (!id) return tl::unexpected(id.error());
		return std::vector<Decision>{make(*id)};
	}

	Outcome<std::vector<Decision>> correct() {
		const auto id = fact();
		if (!id) return tl::unexpected(id.error());
		auto name = m_fields.text("field");
		if (!name) return tl::unexpected(std::move(name.error()));
		auto value = m_fields.text("value");
		if (!value) return tl::unexpected(std::move(value.error()));
		auto made = asking::correction(m_opened, *id, {.name = std::move(*name), .words = std::move(*value)});
		if (!made) return failed(made.error(), made.error().message.starts_with("register-") ? "fact" : "value");
		return std::vector<Decision>{std::move(*made)};
	}

	Outcome<std::vector<Decision>> add_fact() const {
		const auto type = m_fields.text("type");
		if (!type) return tl::unexpected(type.error());
		if (!m_fields.has("fields")) return failed("web-field-missing", {"fields"}, "fields");
		std::vector<model::PlainField> fields;
		const Json& given = m_fields.object().at("fields");
		if (!given.is_object()) return failed("web-field-type", {"fields"}, "fields");
		for (const auto& [name, value] : given.items()) {
			if (!value.is_string()) return failed("web-field-type", {name}, name);
			fields.push_back({.name = name, .words = value.get<std::string>()});
		}
		auto record = asking::checked_record(*type, fields);
		if (!record) return failed(record.error(), "fields");
		return std::vector<Decision>{registry::AddFact{.record = std::move(*record)}};
	}

	Outcome<std::vector<Decision>> join() const {
		const auto list = ids("facts");
		if (!list) return tl::unexpected(list.error());
		if (list->size() < 2 || list->size() > k_most_at_once) {
			return failed("web-list-size", {"facts", "2", std::to_string(k_most_at_once)}, "facts");
		}
		std::vector<Decision> decisions;
		for (std::size_t i = 1; i < list->size(); ++i) {
			decisions.emplace_back(registry::Join{.a = list->front(), .b = (*list)[i]});
		}
		return decisions;
	}

	Outcome<std::vector<Decision>> split() const {
		const auto id = fact();
		if (!id) return tl::unexpected(id.error());
		auto records = ids("records");
		if (!records) return tl::unexpected(std::move(records.error()));
		if (records->empty() || records->size() > k_most_at_once) {
			return failed("web-list-size", {"records", "1", std::to_string(k_most_at_once)}, "records");
		}
		return std::vector<Decision>{registry::Split{.fact = *id, .records = std::move(*records)}};
	}

	template <typename Kind>
	Outcome<std::vector<Decision>> on_names() const {
		Kind kind;
		for (const auto& [field, to] : {std::pair{"a", &kind.a}, std::pair{"b", &kind.b}}) {
			const auto word = m_fields.text(field);
			if (!word) return tl::unexpected(word.error());
			auto name = asking::person_or_party(*word);
			if (!name) return failed(name.error(), field);
			*to = std::move(*name);
		}
		return std::vector<Decision>{std::move(kind)};
	}

	Outcome<std::vector<Decision>> undo() {
		const auto word = m_fields.text("entry");
		if (!word) return tl::unexpected(word.error());
		const auto id = registry::parse_id(*word);
		if (!id || id->kind != IdKind::entry) return failed("cli-entry-id", {*word}, "entry");
		// What somebody else decided is not an editor's to take back.
		const auto entry = m_opened.rows().entry(id->number);
		const Account& account = m_call.session().account;
		if (entry && entry->who != account.name && account.role < Role::approver) {
			return failed("web-undo-of-others", {*word}, "entry");
		}
		return std::vector<Decision>{registry::Undo{.entry = id->number}};
	}

	Outcome<std::vector<Decision>> nothing_here() const {
		const auto word = m_fields.text("document");
		if (!word) return tl::unexpected(word.error());
		const auto id = registry::parse_id(*word);
		if (!id || id->kind != IdKind::document) return failed("cli-id", {*word}, "document");
		return std::vector<Decision>{registry::NothingHere{.document = id->number}};
	}

	const Call& m_call;
	const Fields& m_fields;
	registry::Register& m_opened;
};

/// Facts that a decision was about, under their names of now.
std::vector<RecordId> touched(registry::Register& opened, const Decision& decision, std::int64_t entry) {
	std::vector<RecordId> records;
	if (const auto* confirm = std::get_if<registry::Confirm>(&decision)) records = {confirm->fact};
	if (const auto* correct = std::get_if<registry::Correct>(&decision)) records = {correct->fact};
	if (const auto* reject = std::get_if<registry::Reject>(&decision)) records = {reject->fact};
	if (std::holds_alternative<registry::AddFact>(decision)) records = {registry::entered_id(entry)};
	if (const auto* join = std::get_if<registry::Join>(&decision)) records = {join->a};
	if (const auto* split = std::get_if<registry::Split>(&decision)) {
		records = split->records;
		records.push_back(split->fact);
	}
	if (const auto* undo = std::get_if<registry::Undo>(&decision)) {
		const auto row = opened.rows().decision(undo->entry);
		const Json payload = row ? held_json(row->payload) : Json(nullptr);
		for (const char* key : {"fact", "a", "b"}) {
			if (!payload.is_object() || !payload.contains(key) || !payload.at(key).is_string()) continue;
			const auto id = registry::parse_id(payload.at(key).get<std::string>());
			if (id && (id->kind == IdKind::fact || id->kind == IdKind::record)) records.push_back(id->number);
		}
	}
	std::vector<RecordId> facts;
	for (const RecordId record : records) {
		const auto view = opened.fact(record, 1);
		if (view && std::ranges::find(facts, view->fact.id) == facts.end()) facts.push_back(view->fact.id);
	}
	return facts;
}

/// The author of a session's decisions. Fails with "web-why-long".
Outcome<registry::Author> author_of(const Call& call, const Fields& fields) {
	auto why = fields.maybe_text("why");
	if (!why) return tl::unexpected(std::move(why.error()));
	if (*why && (*why)->size() > k_longest_why) return failed("web-why-long", {std::to_string(k_longest_why)}, "why");
	return registry::Author{.who = call.session().account.name, .why = why->value_or("")};
}

/// Writes decisions one after another, as the journal has them; the first that cannot be made ends it.
Outcome<Answer> write_all(Call& call, registry::Register& opened, const std::vector<Decision>& decisions,
                          const registry::Author& author) {
	std::vector<registry::Entry> entries;
	Json facts = Json::array();
	for (const Decision& decision : decisions) {
		const auto seq = opened.decide(decision, author);
		if (!seq) return failed(seq.error());
		if (auto entry = opened.rows().entry(*seq)) entries.push_back(std::move(*entry));
		for (const RecordId fact : touched(opened, decision, *seq)) {
			const std::string name = report::fact_name(fact);
			if (std::ranges::find(facts, Json(name)) == facts.end()) facts.push_back(name);
		}
	}
	return Answer{Json{{"entries", entries_json(call, entries)}, {"facts", std::move(facts)}}, 201};
}

Json job_json(const JobView& job) {
	Json files = Json::array();
	for (const JobFile& file : job.files) {
		files.push_back({{"name", file.name},
		                 {"state", k_file_state_names.at(static_cast<std::size_t>(file.state))},
		                 {"document", file.document == 0 ? Json(nullptr) : Json(report::document_name(file.document))},
		                 {"records", file.records},
		                 {"people", file.people},
		                 {"message", text_json(std::string_view{file.message})}});
	}
	return {{"id", job.id},
	        {"kind", k_job_kind_names.at(static_cast<std::size_t>(job.kind))},
	        {"state", k_job_state_names.at(static_cast<std::size_t>(job.state))},
	        {"by", job.by},
	        {"created", job.created},
	        {"finished", text_json(std::string_view{job.finished})},
	        {"done", job.done},
	        {"total", job.total},
	        {"message", text_json(std::string_view{job.message})},
	        {"files", std::move(files)}};
}

}  // namespace

Outcome<Answer> decide(Call& call) {
	const auto fields = Fields::of(call);
	if (!fields) return tl::unexpected(fields.error());
	if (auto good = fields->only({"kind", "fact", "facts", "field", "value", "type", "fields", "records", "a", "b",
	                              "entry", "document", "why"});
	    !good) {
		return tl::unexpected(good.error());
	}
	const auto author = author_of(call, *fields);
	if (!author) return tl::unexpected(author.error());
	return call.state().write([&](registry::Register& opened) -> Outcome<Answer> {
		const auto decisions = Written{call, *fields, opened}.decisions();
		if (!decisions) return tl::unexpected(decisions.error());
		return write_all(call, opened, *decisions, *author);
	});
}

Outcome<Answer> confirm_many(Call& call) {
	const auto fields = Fields::of(call);
	if (!fields) return tl::unexpected(fields.error());
	if (auto good = fields->only({"facts", "why"}); !good) return tl::unexpected(good.error());
	const auto words = fields->texts("facts");
	if (!words) return tl::unexpected(words.error());
	if (words->empty() || words->size() > k_most_at_once) {
		return failed("web-list-size", {"facts", "1", std::to_string(k_most_at_once)}, "facts");
	}
	const auto author = author_of(call, *fields);
	if (!author) return tl::unexpected(author.error());
	return call.state().write([&](registry::Register& opened) -> Outcome<Answer> {
		// All are looked at before the first is written.
		std::vector<Decision> decisions;
		for (const std::string& word : *words) {
			const auto id = asking::fact_id_of(word);
			if (!id) return failed(id.error(), "facts");
			const auto view = opened.fact(*id, 1);
			if (!view) return failed("register-no-such", {word}, "facts");
			if (!may_be_confirmed_in_bulk(view->fact.type)) {
				return failed("web-bulk-precision", {word, call.messages().text("type-" + view->fact.type)}, "facts");
			}
			decisions.emplace_back(registry::Confirm{.fact = *id});
		}
		return write_all(call, opened, decisions, *author);
	});
}

Outcome<Answer> upload(Call& call) {
	if (call.request().files.empty()) return failed("web-no-files", {}, "files");
	return Answer{job_json(call.state().jobs().upload(call.session().account.name, call.request().files, call.lang())),
	              202};
}

Outcome<Answer> start_job(Call& call) {
	const auto fields = Fields::of(call);
	if (!fields) return tl::unexpected(fields.error());
	if (auto good = fields->only({"kind"}); !good) return tl::unexpected(good.error());
	const auto kind = fields->text("kind");
	if (!kind) return tl::unexpected(kind.error());
	if (*kind != "rebuild") return failed("web-choice", {*kind, "rebuild"}, "kind");
	return Answer{job_json(call.state().jobs().rebuild(call.session().account.name, call.lang())), 202};
}

Outcome<Answer> jobs(Call& call) {
	Json items = Json::array();
	for (const JobView& job : call.state().jobs().list()) items.push_back(job_json(job));
	return Answer{Json{{"items", std::move(items)}}};
}

Outcome<Answer> job(Call& call) {
	const auto found = call.state().jobs().find(call.value(0));
	if (!found) return failed("job-unknown", {call.value(0)}, "id");
	return Answer{job_json(*found)};
}

Outcome<Answer> cancel_job(Call& call) {
	const auto found = call.state().jobs().find(call.value(0));
	if (!found) return failed("job-unknown", {call.value(0)}, "id");
	const Account& account = call.session().account;
	if (found->by != account.name && account.role < Role::administrator) return failed("web-not-allowed");
	const auto cancelled = call.state().jobs().cancel(call.value(0));
	if (!cancelled) return failed(cancelled.error());
	return Answer{job_json(*cancelled)};
}

}  // namespace bienban::server
