#include <algorithm>
#include <map>

#include "model/json.hpp"
#include "register/names.hpp"
#include "report/describe.hpp"
#include "report/grid.hpp"
#include "report/register_report.hpp"
#include "report/story.hpp"
#include "report/values.hpp"

namespace bienban::report {

namespace {

using base::Messages;
using registry::FactView;
using registry::Rank;
using registry::Source;
using registry::StatedValue;

const Source* source_of(const FactView& view, registry::RecordId record) {
	const auto found = std::ranges::find(view.sources, record, &Source::record);
	return found == view.sources.end() ? nullptr : &*found;
}

/// Who says it: "R12.3", or the journal's entry of a person's decision.
std::string sayer(const StatedValue& statement) {
	return statement.record != 0 ? record_name(statement.record) : entry_name(statement.entry);
}

/// "date 2019-11-11 (preferred) · place Houaphanh": all that one source says of the fact.
std::string said_by(const FactView& view, registry::RecordId record, const Layout& layout) {
	const Messages& m = Messages::of(layout.lang);
	std::string all;
	for (const StatedValue& statement : view.statements) {
		if (statement.record != record || statement.value == "null" || statement.value == "[]") continue;
		all.append(all.empty() ? "" : " · ").append(field_words(statement.field, layout.lang)).append(" ");
		all.append(value_words(view.fact.type, statement.field, statement.value, layout.lang));
		if (statement.rank != Rank::normal) {
			all.append(" (").append(m.text("rank-" + std::string{model::name_of(statement.rank)})).append(")");
		}
	}
	return all;
}

std::string values_text(const FactView& view, const Layout& layout) {
	Grid grid{.breaks = {false, true}, .rows = {}};
	for (const std::string_view field : model::field_names(view.fact.type)) {
		const std::string value = field_of(view.fact.value, field);
		if (value == "null" || value == "[]") continue;
		grid.rows.push_back(
		    {field_words(field, layout.lang), harmless(value_words(view.fact.type, field, value, layout.lang))});
	}
	return grid_text(grid, false, 2, layout);
}

/// One value of a field in conflict, with those who say so and the words of the first of them.
std::string side_text(const FactView& view, const std::vector<const StatedValue*>& side, const Layout& layout) {
	const Messages& m = Messages::of(layout.lang);
	std::string names;
	const Source* source = nullptr;
	for (const StatedValue* statement : side) {
		names.append(names.empty() ? "" : ", ").append(sayer(*statement));
		if (source == nullptr && statement->record != 0) source = source_of(view, statement->record);
	}
	std::string value = value_words(view.fact.type, side.front()->field, side.front()->value, layout.lang);
	if (side.front()->rank != Rank::normal) {
		value.append(" (").append(m.text("rank-" + std::string{model::name_of(side.front()->rank)})).append(")");
	}
	std::string out = wrapped("", harmless(value + " — " + names), 4, Style::plain, layout);
	if (source != nullptr) out += wrapped("", harmless("“" + source->quote + "”"), 6, Style::value, layout);
	return out;
}

std::string conflicts_text(const FactView& view, const Layout& layout) {
	std::string out;
	for (const std::string& field : view.fact.conflicts) {
		out += "  " + field_words(field, layout.lang) + "\n";
		std::vector<std::vector<const StatedValue*>> sides;
		for (const StatedValue& statement : view.statements) {
			if (statement.field != field || statement.value == "null") continue;
			const auto side =
			    std::ranges::find_if(sides, [&](const auto& known) { return known.front()->value == statement.value; });
			if (side == sides.end()) {
				sides.push_back({&statement});
			} else {
				side->push_back(&statement);
			}
		}
		for (const auto& side : sides) out += side_text(view, side, layout);
	}
	return out;
}

/// "R1.0 and R5.2: the same day and parties (0.97)", and the words of both.
std::string link_text(const FactView& view, const registry::Why& why, const Layout& layout) {
	const Messages& m = Messages::of(layout.lang);
	const std::string reason = reason_words(why.reason.reason, why.reason.values, layout.lang);
	std::string out = wrapped("",
	                          harmless(m.text("why-link", {record_name(why.a), record_name(why.b), reason,
	                                                       number_words(rounded(why.reason.score), layout.lang)})),
	                          2, Style::plain, layout);
	for (const registry::RecordId id : {why.a, why.b}) {
		const Source* source = source_of(view, id);
		if (source == nullptr) continue;
		out += wrapped("    " + record_name(id), harmless("“" + source->quote + "”"), 14, Style::quiet, layout);
	}
	return out;
}

std::string head_text(const FactView& view, const Layout& layout) {
	const registry::FactRow& fact = view.fact;
	const Messages& m = Messages::of(layout.lang);
	const std::string title = fact_name(fact.id) + " · " + m.text("type-" + fact.type) + " · " +
	                          when_words(fact, layout.lang) + " · " + status_words(fact.status, layout.lang);
	return wrapped("", title, 0, Style::title, layout) +
	       wrapped("", harmless(summary(fact.value, layout.lang)), 2, Style::plain, layout);
}

}  // namespace

std::string fact_text(const FactStory& story, const Layout& layout) {
	const FactView& view = story.view;
	std::string out = head_text(view, layout);
	out += heading("fact-values", layout) + values_text(view, layout);
	if (!view.fact.conflicts.empty()) out += heading("fact-conflicts", layout) + conflicts_text(view, layout);
	out += heading("fact-sources", layout, view.fact.records);
	for (const Source& source : view.sources) {
		out += source_text(source, layout);
		const std::string said = said_by(view, source.record, layout);
		if (!said.empty()) out += wrapped("", harmless(said), 6, Style::plain, layout);
	}
	const auto left_out = view.fact.records - static_cast<std::int64_t>(view.sources.size());
	if (left_out > 0) {
		const auto number = number_words(static_cast<double>(left_out), layout.lang);
		out += wrapped("", Messages::of(layout.lang).text("fact-more-sources", {number}), 2, Style::quiet, layout);
	}
	return out + decisions_text(story.entries, layout);
}

std::string why_text(const FactStory& story, const Layout& layout) {
	const FactView& view = story.view;
	std::string out = head_text(view, layout) + heading("why-joined", layout);
	for (const registry::Why& why : view.why) out += link_text(view, why, layout);
	if (view.why.empty()) {
		const char* id = view.fact.records > 1 ? "why-alike" : "why-one-record";
		out += wrapped("", Messages::of(layout.lang).text(id), 2, Style::plain, layout);
	}
	if (!view.unsure.empty()) {
		out += heading("why-unsure", layout);
		for (const registry::Why& why : view.unsure) out += link_text(view, why, layout);
	}
	return out + decisions_text(story.entries, layout);
}

}  // namespace bienban::report
