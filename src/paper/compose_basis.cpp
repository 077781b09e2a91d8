#include <algorithm>
#include <array>

#include "model/names.hpp"
#include "paper/parts.hpp"

namespace bienban::paper {

namespace {

std::string state_id(const review::Basis& basis) {
	return basis.in_force ? "paper-basis-in-force" : basis.ended ? "paper-basis-ended" : "paper-basis-unknown";
}

constexpr auto k_states =
    std::to_array<const char*>({"paper-basis-in-force", "paper-basis-ended", "paper-basis-unknown"});

Paragraph summary(Composer& c) {
	std::vector<review::ItemIndex> all;
	for (const review::Basis& basis : c.review.basis) all.push_back(basis.item);
	Paragraph made;
	made.sentences.push_back(
	    c.say_counted("paper-basis-summary", all.size(), {c.asked(), c.names.both()}, rests_on(all)));
	std::vector<std::string> states;
	std::string only;
	for (const char* id : k_states) {
		const auto in_state = static_cast<std::size_t>(
		    std::ranges::count_if(c.review.basis, [&](const review::Basis& basis) { return state_id(basis) == id; }));
		if (in_state == 0) continue;
		only = c.words.counted(std::string{id} + "-all", in_state);
		states.push_back(c.words.counted(std::string{id} + "-count", in_state));
	}
	made.sentences.push_back(states.size() == 1
	                             ? c.say("paper-basis-states", {c.as_of(), only}, rests_on(all))
	                             : c.say("paper-basis-states", {c.as_of(), c.words.list(states)}, rests_on(all)));
	return made;
}

/// The number of the row in which an agreement stands, 0 where it stands in none.
std::size_t row_of(const Composer& c, const std::optional<review::ItemIndex>& item) {
	const auto& basis = c.review.basis;
	const auto found = std::ranges::find_if(basis, [&](const review::Basis& other) { return other.item == item; });
	return item && found != basis.end() ? static_cast<std::size_t>(found - basis.begin()) + 1 : 0;
}

Cell successions(const Composer& c, const review::Basis& basis) {
	std::vector<std::string> parts;
	std::vector<review::ItemIndex> items = {basis.item};
	const auto tell = [&](const char* id, const std::optional<review::ItemIndex>& other) {
		if (!other) return;
		const std::size_t row = row_of(c, other);
		parts.push_back(
		    c.words.text(id, {row > 0 ? c.words.text("paper-basis-row", {std::to_string(row)}) : c.agreement(*other)}));
		items.push_back(*other);
	};
	tell("paper-basis-replaces", basis.replaces);
	tell("paper-basis-replaced-by", basis.replaced_by);
	return parts.empty() ? empty_cell() : cell(capital(Words::series(parts)), rests_on(items));
}

/// Those who chaired the meeting at which it was signed.
Cell signers(const Composer& c, const review::Basis& basis) {
	const auto* meeting = basis.signed_at ? c.material.as<model::Meeting>(*basis.signed_at) : nullptr;
	if (meeting == nullptr || meeting->chairs.empty()) return empty_cell();
	return cell(c.words.list(meeting->chairs), rests_on({basis.item, *basis.signed_at}));
}

Row row(Composer& c, const review::Basis& basis, std::size_t number, Introduce introduce) {
	const auto& agreement = *c.material.as<model::Agreement>(basis.item);
	Row made;
	made.cells.push_back(row_number(number));
	made.cells.push_back(
	    cell(c.words.text("paper-instrument-" + std::string{model::name_of(agreement.instrument)}), basis.item));
	made.cells.push_back(cell(capital(c.names.parties(agreement.parties, introduce)), basis.item));
	Cell signed_on = agreement.signed_on ? cell(c.words.span(*agreement.signed_on), basis.item) : empty_cell();
	if (agreement.signed_on) signed_on.day = *agreement.signed_on;
	made.cells.push_back(std::move(signed_on));
	made.cells.push_back(basis.term ? cell(c.words.span(*basis.term), basis.item) : empty_cell());
	made.cells.push_back(cell(capital(c.words.text(state_id(basis))), basis.item));
	made.cells.push_back(successions(c, basis));
	made.cells.push_back(signers(c, basis));
	return made;
}

}  // namespace

Part basis_part(Composer& c) {
	Part part{.id = "basis", .heading = c.words.text("paper-basis-heading"), .blocks = {}, .parts = {}};
	const auto& basis = c.review.basis;
	if (basis.empty()) {
		part.blocks.emplace_back(paragraph(c.say("paper-basis-none", {c.names.both()}, on_register())));
		return part;
	}
	part.blocks.emplace_back(summary(c));
	Table table;
	table.id = "basis";
	table.caption = c.words.text("paper-basis-caption");
	table.columns = {{c.words.text("paper-column-row"), ColumnKind::number, 1},
	                 {c.words.text("paper-column-agreement"), ColumnKind::text, 3},
	                 {c.words.text("paper-column-parties"), ColumnKind::text, 4},
	                 {c.words.text("paper-column-signed"), ColumnKind::date, 2},
	                 {c.words.text("paper-column-term"), ColumnKind::text, 2},
	                 {c.words.text("paper-column-state"), ColumnKind::text, 2},
	                 {c.words.text("paper-column-succession"), ColumnKind::text, 3},
	                 {c.words.text("paper-column-signers"), ColumnKind::text, 3},
	                 {c.words.text("paper-column-sources"), ColumnKind::sources, 1}};
	for (std::size_t i = 0; i < basis.size(); ++i) {
		const auto introduce = i < k_rows_shown ? Introduce::yes : Introduce::no;
		table.rows.push_back(row(c, basis[i], i + 1, introduce));
	}
	drop_empty_columns(table);
	c.bound(table);
	part.blocks.emplace_back(std::move(table));
	return part;
}

}  // namespace bienban::paper
