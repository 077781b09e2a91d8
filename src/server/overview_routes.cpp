#include <algorithm>
#include <cmath>
#include <map>

#include "base/embedded.hpp"
#include "conversion/locked.hpp"
#include "lexicon/place_list.hpp"
#include "model/field_values.hpp"
#include "model/fields.hpp"
#include "model/json.hpp"
#include "model/names.hpp"
#include "register/check.hpp"
#include "register/names.hpp"
#include "register/sqlite_open.hpp"
#include "report/describe.hpp"
#include "report/values.hpp"
#include "server/door.hpp"
#include "server/precision.hpp"
#include "server/queue.hpp"
#include "server/routes.hpp"
#include "server/shapes.hpp"

/// The register at a glance, and what a page needs to show the rest.
namespace bienban::server {

namespace {

constexpr std::size_t k_newest = 10;

Json pair_json(Call& call, const std::string& pair) {
	const auto bar = pair.find('|');
	const std::string a = pair.substr(0, bar);
	const std::string b = pair.substr(std::min(bar + 1, pair.size()));
	registry::FactQuestion question;
	question.pair = pair;
	const registry::Count count = call.rows().count_facts(question);
	question.sort = registry::Sort::date_down;
	question.page.limit = 1;
	const auto newest = call.rows().list_facts(question);
	const std::int32_t year = newest.empty() ? 0 : newest.front().first_day / 10000;
	return {{"a", a},
	        {"b", b},
	        {"a_name", report::place_words(a, call.lang())},
	        {"b_name", report::place_words(b, call.lang())},
	        {"facts", count.number},
	        {"at_least", count.more},
	        {"last", year == 0 ? Json(nullptr) : Json(std::to_string(year))}};
}

/// Those with most facts first.
Json pairs_json(Call& call) {
	std::vector<Json> pairs;
	for (const std::string& pair : call.rows().list_pairs()) {
		Json one = pair_json(call, pair);
		if (one.at("facts") != 0) pairs.push_back(std::move(one));
	}
	std::ranges::stable_sort(pairs, std::greater<>{},
	                         [](const Json& one) { return one.at("facts").get<std::int64_t>(); });
	return pairs;
}

/// Meetings and visits by year.
Json contacts_json(Call& call) {
	std::map<std::int32_t, std::pair<std::int64_t, std::int64_t>> years;
	for (const char* type : {"meeting", "visit"}) {
		registry::FactQuestion question;
		question.types = {type};
		question.sort = registry::Sort::date_down;
		question.page.limit = static_cast<std::size_t>(registry::k_most_counted);
		for (const registry::FactRow& row : call.rows().list_facts(question)) {
			if (row.first_day == 0) continue;
			auto& [meetings, visits] = years[row.first_day / 10000];
			++(row.type == "meeting" ? meetings : visits);
		}
	}
	Json list = Json::array();
	for (const auto& [year, counts] : years) {
		list.push_back({{"year", year}, {"meetings", counts.first}, {"visits", counts.second}});
	}
	return list;
}

Json choices(std::span<const std::string_view> values, const std::string& prefix, const base::Messages& m) {
	Json list = Json::array();
	for (const std::string_view value : values) {
		// Some are patterns with a place: "border guard, {0}".
		std::string label = m.text(prefix + std::string{value}, {"…"});
		list.push_back({{"value", value}, {"label", std::move(label)}});
	}
	return list;
}

/// What a form needs to know of a field: its kind follows from the type of its value.
class FieldKinds {
public:
	FieldKinds(std::string type, base::Lang lang) : m_type(std::move(type)), m_lang(lang) {}

	template <typename T>
	void operator()(const char* name, const T& value, model::WhereAbsent /*absent*/ = model::WhereAbsent::null) {
		add(name, value, false);
	}
	Json take() { return std::move(m_list); }

private:
	template <typename T>
	void add(const char* name, const std::optional<T>& /*value*/, bool /*optional*/) {
		add(name, T{}, true);
	}
	void add(const char* name, const std::string& /*value*/, bool optional) {
		switch (model::text_kind(name)) {
			case model::TextKind::free: return put(name, "text", optional);
			case model::TextKind::date: return put(name, "date", optional);
			case model::TextKind::place: return put(name, "place", optional);
			case model::TextKind::party: return put(name, "party", optional);
		}
	}
	void add(const char* name, const std::vector<std::string>& /*value*/, bool /*optional*/) {
		put(name, model::text_kind(name) == model::TextKind::party ? "parties" : "people", true);
	}
	void add(const char* name, const std::vector<model::Theme>& /*value*/, bool /*optional*/) {
		put(name, "themes", true);
	}
	void add(const char* name, model::Theme /*value*/, bool optional) { put(name, "theme", optional); }
	void add(const char* name, const model::Money& /*value*/, bool optional) { put(name, "money", optional); }
	void add(const char* name, double /*value*/, bool optional) { put(name, "number", optional); }
	void add(const char* name, int /*value*/, bool optional) { put(name, "number", optional); }
	template <typename E>
	requires std::is_enum_v<E>
	void add(const char* name, E /*value*/, bool optional) {
		put(name, "choice", optional, model::EnumNames<E>::k_names);
	}

	void put(const char* name, const char* kind, bool optional, std::span<const std::string_view> values = {}) {
		Json options = Json::array();
		for (const std::string_view value : values) {
			const std::string json = "\"" + std::string{value} + "\"";
			options.push_back({{"value", value}, {"label", report::value_words(m_type, name, json, m_lang)}});
		}
		m_list.push_back({{"name", name},
		                  {"label", report::field_words(name, m_lang)},
		                  {"kind", kind},
		                  {"optional", optional},
		                  {"choices", std::move(options)}});
	}

	std::string m_type;
	base::Lang m_lang;
	Json m_list = Json::array();
};

template <std::size_t I = 0>
void add_types(Json& list, const base::Messages& m, base::Lang lang) {
	using Variant = decltype(model::Record::value);
	if constexpr (I < std::variant_size_v<Variant>) {
		const std::string type{model::k_record_types[I]};
		FieldKinds kinds{type, lang};
		std::variant_alternative_t<I, Variant> fields;
		model::for_each_field(fields, kinds);
		list.push_back({{"type", type}, {"label", m.text("type-" + type)}, {"fields", kinds.take()}});
		add_types<I + 1>(list, m, lang);
	}
}

std::int64_t bytes_of(const std::filesystem::path& path) {
	std::int64_t bytes = 0;
	for (const char* end : {"", "-wal"}) {
		std::error_code error;
		const auto size = std::filesystem::file_size(path.string() + end, error);
		if (!error) bytes += static_cast<std::int64_t>(size);
	}
	return bytes;
}

}  // namespace

Outcome<Answer> overview(Call& call) {
	const auto last = call.rows().last_entry();
	registry::DocumentQuestion newest;
	newest.sort = registry::Sort::date_down;
	newest.page.limit = k_newest;
	Json documents = Json::array();
	for (registry::DocumentRow& row : call.rows().list_documents(newest)) {
		documents.push_back(document_row_json(call, std::move(row)));
	}
	return Answer{Json{{"documents", call.rows().document_count()},
	                   {"facts", call.rows().fact_count()},
	                   {"last_entry", last ? Json(report::entry_name(last->seq)) : Json(nullptr)},
	                   {"pairs", pairs_json(call)},
	                   {"contacts", contacts_json(call)},
	                   {"to_look_at", queue_counts(call)},
	                   {"newest", std::move(documents)}}};
}

Outcome<Answer> pairs(Call& call) { return Answer{Json{{"items", pairs_json(call)}}}; }

Outcome<Answer> places(Call& call) {
	Json items = Json::array();
	const auto degrees = [](const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); };
	for (const lexicon::ListedPlace& place : lexicon::place_list()) {
		items.push_back({{"code", place.code},
		                 {"country", place.country},
		                 {"name", call.lang() == base::Lang::vi ? place.name_vi : place.name_en},
		                 {"name_vi", place.name_vi},
		                 {"name_en", place.name_en},
		                 {"lat", degrees(place.lat)},
		                 {"lon", degrees(place.lon)},
		                 {"border", place.borders},
		                 {"from", text_json(place.from)},
		                 {"to", text_json(place.to)},
		                 {"successor", text_json(place.successor)}});
	}
	return Answer{Json{{"items", std::move(items)}}};
}

Outcome<Answer> vocabulary(Call& call) {
	const base::Messages& m = call.messages();
	Json types = Json::array();
	add_types(types, m, call.lang());
	return Answer{Json{{"types", std::move(types)},
	                   {"themes", choices(model::EnumNames<model::Theme>::k_names, "theme-", m)},
	                   {"bodies", choices(model::k_party_kinds, "party-", m)},
	                   {"statuses", choices(model::EnumNames<registry::Status>::k_names, "status-", m)},
	                   {"sorts", {"date", "-date", "id"}},
	                   {"finding_kinds", choices(registry::k_finding_names, "finding-", m)}}};
}

Outcome<Answer> page_messages(Call& call) {
	const std::string& code = call.value(0);
	std::string_view table;
	for (const base::EmbeddedFile& file : base::embedded_messages()) {
		if (file.name == code + ".tsv") table = file.content;
	}
	if (table.empty() && code != "vi" && code != "en" && code != "lo") return failed("web-no-route", {}, "lang");
	// What the command line alone says is none of a page's words.
	constexpr auto k_left_out = std::to_array<std::string_view>(
	    {"command-", "option-", "help-", "paper-", "draft-", "lexicon-", "progress-", "verify-"});
	Json json = Json::object();
	const auto add = [&](std::string_view rows) {
		for (const base::MessageRow& row : base::message_rows(rows)) {
			const bool out = std::ranges::any_of(k_left_out, [&](auto begin) { return row.id.starts_with(begin); });
			if (!out) json[std::string{row.id}] = row.text;
		}
	};
	// What a table lacks is said in Vietnamese.
	if (code == "lo") {
		for (const base::EmbeddedFile& file : base::embedded_messages()) {
			if (file.name == "vi.tsv") add(file.content);
		}
	}
	add(table);
	Answer answer{std::move(json)};
	return answer;
}

Outcome<Answer> precision(Call& call) {
	Json items = Json::array();
	for (const Measured& row : measured_precision()) {
		const double share = row.found == 0 ? 0 : static_cast<double>(row.right) / static_cast<double>(row.found);
		items.push_back({{"type", row.type},
		                 {"found", row.found},
		                 {"right", row.right},
		                 {"precision", row.found == 0 ? Json(nullptr) : Json(std::round(share * 1000) / 1000)},
		                 {"enough", may_be_confirmed_in_bulk(row.type)}});
	}
	return Answer{Json{{"source", call.messages().text("precision-source", {std::to_string(measured_documents())})},
	                   {"items", std::move(items)}}};
}

Outcome<Answer> info(Call& call) {
	const registry::ReadingView view{call.rows()};
	const auto last = call.rows().last_entry();
	const Settings& settings = call.state().settings();
	Json formats = Json::array();
	// Asked each time: what is missing may be installed while the server runs.
	for (const conversion::FormatState& format : conversion::format_states(conversion::lock_state())) {
		formats.push_back({{"name", format.name},
		                   {"endings", format.endings},
		                   {"works", format.works},
		                   {"missing", format.packages}});
	}
	return Answer{Json{{"program", BIENBAN_VERSION},
	                   {"schema", registry::k_schema_version},
	                   {"lexicon", settings.versions.lexicon},
	                   {"documents", call.rows().document_count()},
	                   {"facts", call.rows().fact_count()},
	                   {"entries", last ? last->seq : 0},
	                   {"decisions", call.rows().active_decisions()},
	                   {"bytes", bytes_of(settings.register_path)},
	                   {"register", settings.register_path.filename().string()},
	                   {"started", call.state().started()},
	                   {"formats", std::move(formats)}}};
}

}  // namespace bienban::server
