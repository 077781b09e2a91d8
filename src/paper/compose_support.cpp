#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "model/names.hpp"
#include "paper/parts.hpp"

namespace bienban::paper {

namespace {

using review::Direction;
using review::ItemIndex;
using review::LedgerEntry;
using review::LedgerSum;

constexpr auto k_directions = std::to_array<Direction>({Direction::given, Direction::received});
constexpr std::size_t k_most_plots = 2;

const char* direction_id(Direction direction) { return direction == Direction::given ? "given" : "received"; }

/// "tỉnh Sơn La hỗ trợ tỉnh Hủa Phăn".
std::string direction_words(Composer& c, Direction direction) {
	const std::string of = c.names.side(c.material.question.of);
	const std::string with = c.names.others();
	return direction == Direction::given ? c.words.text("paper-support-from-to", {of, with})
	                                     : c.words.text("paper-support-from-to", {with, of});
}

std::vector<ItemIndex> items_of(const review::Ledger& ledger, Direction direction) {
	std::vector<ItemIndex> items;
	for (const LedgerEntry& entry : ledger.entries) {
		if (entry.direction == direction) items.push_back(entry.item);
	}
	return items;
}

/// What is stated in money over the whole period, currency by currency.
std::vector<std::string> sums_words(const Composer& c, Direction direction) {
	std::vector<std::string> sums;
	for (const LedgerSum& sum : c.review.ledger.sums) {
		if (sum.direction != direction || sum.year != 0) continue;
		sums.push_back(c.words.money(sum.sum.value, sum.sum.about, sum.currency));
	}
	return sums;
}

/// One sentence a direction: how many, and what money they make.
Paragraph summary(Composer& c) {
	const review::Ledger& ledger = c.review.ledger;
	Paragraph made;
	for (const Direction direction : k_directions) {
		const auto items = items_of(ledger, direction);
		if (items.empty()) {
			made.sentences.push_back(c.say("paper-support-none-of", {direction_words(c, direction)}, on_register()));
			continue;
		}
		const auto sums = sums_words(c, direction);
		const std::string id = made.sentences.empty() || items_of(ledger, Direction::given).empty()
		                           ? "paper-support-summary"
		                           : "paper-support-back";
		const std::string what = direction_words(c, direction);
		made.sentences.push_back(
		    sums.empty() ? c.say_counted(id, items.size(), {what}, rests_on(items))
		                 : c.say_counted(id + "-money", items.size(), {what, c.words.list(sums)}, rests_on(items)));
	}
	return made;
}

using Money = std::map<std::pair<Direction, std::string>, const LedgerSum*>;

/// A line of sums: a cell for each direction and currency.
Row sums_row(const Composer& c, std::string first, const std::vector<std::pair<Direction, std::string>>& columns,
             const Money& sums) {
	Row row;
	std::vector<ItemIndex> items;
	row.cells.push_back(empty_cell());
	for (const auto& column : columns) {
		const auto sum = sums.find(column);
		if (sum == sums.end()) {
			row.cells.push_back(empty_cell());
			continue;
		}
		const review::Sum& of = sum->second->sum;
		Cell made = cell(c.words.figure(of.value, of.about), rests_on(of.parts));
		made.number = of.value;
		row.cells.push_back(std::move(made));
		items.insert(items.end(), of.parts.begin(), of.parts.end());
	}
	row.cells.front() = cell(std::move(first), rests_on(items));
	return row;
}

/// Whether the lines of years make the line of the whole in every column: only then may a spreadsheet add them.
bool adds_up(const std::vector<Row>& years, const Row& whole) {
	for (std::size_t column = 1; column < whole.cells.size(); ++column) {
		double sum = 0;
		for (const Row& year : years) sum += year.cells[column].number.value_or(0);
		if (sum != whole.cells[column].number.value_or(0)) return false;
	}
	return true;
}

Table sums_table(Composer& c) {
	Money whole;
	std::map<int, Money> years;
	std::set<std::pair<Direction, std::string>> all;
	for (const LedgerSum& sum : c.review.ledger.sums) {
		(sum.year == 0 ? whole : years[sum.year])[{sum.direction, sum.currency}] = &sum;
		all.insert({sum.direction, sum.currency});
	}
	const std::vector<std::pair<Direction, std::string>> columns{all.begin(), all.end()};
	Table table;
	table.id = "support-sums";
	table.caption = c.words.text("paper-support-sums-caption");
	table.columns = {{c.words.text("paper-column-year"), ColumnKind::text, 2}};
	for (const auto& [direction, currency] : columns) {
		table.columns.push_back(
		    {capital(c.words.text("paper-support-sum-column", {direction_words(c, direction), currency})),
		     ColumnKind::number, 3});
	}
	for (const auto& [year, sums] : years) table.rows.push_back(sums_row(c, std::to_string(year), columns, sums));
	if (whole.empty()) return table;
	Row total = sums_row(c, c.words.text("paper-column-total"), columns, whole);
	total.total = true;
	if (adds_up(table.rows, total)) {
		for (std::size_t i = 0; i < table.rows.size(); ++i) total.adds.push_back(i);
	}
	table.rows.push_back(std::move(total));
	return table;
}

/// The meeting or visit; its day is left out where it is that of the gift.
std::string occasion(Composer& c, ItemIndex meeting, const review::Item& gift) {
	if (c.material.items[meeting].date != gift.date) return c.brief(meeting);
	const auto* held = c.material.as<model::Meeting>(meeting);
	return c.words.text(held == nullptr ? "paper-visit" : "paper-meeting-" + std::string{model::name_of(held->kind)});
}

Row entry_row(Composer& c, const LedgerEntry& entry, Introduce introduce) {
	const review::Item& item = c.material.items[entry.item];
	const auto& support = *c.material.as<model::Support>(entry.item);
	Row row;
	Cell day = cell(c.date(entry.item), entry.item);
	if (item.date && item.dated == review::Dated::by_record) day.day = *item.date;
	row.cells.push_back(day.words.empty() ? empty_cell() : std::move(day));
	const bool money = support.unit && Words::is_currency(*support.unit);
	// What is given stands without its amount of money, which has a column of its own.
	std::string what = money ? support.item : c.given(support);
	if (what.empty()) what = c.words.text("paper-support-money");
	row.cells.push_back(cell(capital(what), entry.item));
	row.cells.push_back(cell(capital(c.names.parties(support.giver, introduce)), entry.item));
	row.cells.push_back(cell(capital(c.names.parties(support.receiver, introduce)), entry.item));
	if (entry.money) {
		Cell amount = cell(c.words.figure(entry.money->value, money ? support.about : std::nullopt), entry.item);
		amount.number = entry.money->value;
		row.cells.push_back(std::move(amount));
		row.cells.push_back(cell(entry.money->unit, entry.item));
	} else {
		row.cells.push_back(empty_cell());
		row.cells.push_back(empty_cell());
	}
	std::vector<std::string> notes;
	std::vector<ItemIndex> items = {entry.item};
	if (entry.occasion) {
		notes.push_back(c.words.text("paper-support-occasion", {occasion(c, *entry.occasion, item)}));
		items.push_back(*entry.occasion);
	}
	if (entry.part_of) {
		notes.push_back(c.words.text("paper-support-part-of", {c.brief(*entry.part_of)}));
		items.push_back(*entry.part_of);
	}
	row.cells.push_back(notes.empty() ? empty_cell() : cell(capital(Words::series(notes)), rests_on(items)));
	for (Cell& made : row.cells) {
		if (made.words.empty()) made = empty_cell();
	}
	return row;
}

Table ledger_table(Composer& c, Direction direction) {
	Table table;
	table.id = std::string{"support-"} + direction_id(direction);
	table.caption = capital(direction_words(c, direction));
	table.columns = {{c.words.text("paper-column-date"), ColumnKind::date, 2},
	                 {c.words.text("paper-column-what"), ColumnKind::text, 4},
	                 {c.words.text("paper-column-giver"), ColumnKind::text, 3},
	                 {c.words.text("paper-column-receiver"), ColumnKind::text, 3},
	                 {c.words.text("paper-column-money"), ColumnKind::number, 2},
	                 {c.words.text("paper-column-currency"), ColumnKind::text, 1},
	                 {c.words.text("paper-column-occasion"), ColumnKind::text, 3},
	                 {c.words.text("paper-column-sources"), ColumnKind::sources, 1}};
	for (const LedgerEntry& entry : c.review.ledger.entries) {
		if (entry.direction != direction) continue;
		table.rows.push_back(entry_row(c, entry, table.rows.size() < k_rows_shown ? Introduce::yes : Introduce::no));
	}
	drop_empty_columns(table);
	c.bound(table);
	return table;
}

/// Both directions side by side, a drawing for each of the currencies of which most years are known.
void add_plots(Composer& c, Part& part) {
	std::map<std::string, std::map<int, std::map<Direction, const LedgerSum*>>> currencies;
	for (const LedgerSum& sum : c.review.ledger.sums) {
		if (sum.year != 0) currencies[sum.currency][sum.year][sum.direction] = &sum;
	}
	std::vector<std::string> order;
	for (const auto& [currency, years] : currencies) {
		if (years.size() >= 3) order.push_back(currency);
	}
	std::ranges::stable_sort(order, std::ranges::greater{}, [&](const auto& of) { return currencies.at(of).size(); });
	if (order.size() > k_most_plots) order.resize(k_most_plots);
	for (const std::string& currency : order) {
		const auto& years = currencies.at(currency);
		Columns columns;
		columns.unit = currency;
		const int first = years.begin()->first;
		const int last = years.rbegin()->first;
		for (int year = first; year <= last; ++year) columns.categories.push_back(std::to_string(year));
		for (const Direction direction : k_directions) {
			Columns::Series series{.name = capital(direction_words(c, direction)), .values = {}, .backings = {}};
			bool known = false;
			for (int year = first; year <= last; ++year) {
				const auto sums = years.find(year);
				const auto sum = sums == years.end()                ? nullptr
				                 : sums->second.contains(direction) ? sums->second.at(direction)
				                                                    : nullptr;
				series.values.push_back(sum != nullptr ? std::optional{sum->sum.value} : std::nullopt);
				series.backings.push_back(sum != nullptr ? rests_on(sum->sum.parts) : Backing{});
				known = known || sum != nullptr;
			}
			if (known) columns.series.push_back(std::move(series));
		}
		Plot plot;
		plot.id = "support-" + currency;
		plot.caption = c.words.text("paper-support-plot", {currency, std::to_string(first), std::to_string(last)});
		plot.alternative = c.words.text("paper-support-plot-alternative", {plot.caption});
		plot.drawing = std::move(columns);
		part.blocks.emplace_back(std::move(plot));
	}
}

/// How often each partner gave and received.
Table by_partner(Composer& c) {
	const auto& with = c.material.question.with;
	std::vector<std::array<std::vector<ItemIndex>, 2>> counts(with.size());
	for (const LedgerEntry& entry : c.review.ledger.entries) {
		for (const std::size_t partner : c.material.items[entry.item].with) {
			counts[partner][static_cast<std::size_t>(entry.direction)].push_back(entry.item);
		}
	}
	Table table;
	table.id = "support-partners";
	table.caption = c.words.text("paper-support-partners");
	const std::string of = c.names.side(c.material.question.of);
	table.columns = {{c.words.text("paper-column-partner"), ColumnKind::text, 3},
	                 {c.words.text("paper-column-received-from", {of}), ColumnKind::number, 2},
	                 {c.words.text("paper-column-given-to", {of}), ColumnKind::number, 2}};
	for (std::size_t i = 0; i < with.size(); ++i) {
		Row row;
		std::vector<ItemIndex> all;
		row.cells.push_back(empty_cell());
		for (const auto& items : counts[i]) {
			row.cells.push_back(count_cell(c.words, items.size(), items.empty() ? on_register() : rests_on(items)));
			all.insert(all.end(), items.begin(), items.end());
		}
		row.cells.front() = cell(capital(c.names.side(with[i])), all.empty() ? on_register() : rests_on(all));
		table.rows.push_back(std::move(row));
	}
	return table;
}

}  // namespace

Paragraph support_in_words(Composer& c) {
	Paragraph made;
	for (const Direction direction : k_directions) {
		const auto items = items_of(c.review.ledger, direction);
		if (items.empty()) continue;
		const auto sums = sums_words(c, direction);
		const std::string what = direction_words(c, direction);
		made.sentences.push_back(sums.empty() ? c.say_counted("draft-support", items.size(), {what}, rests_on(items))
		                                      : c.say_counted("draft-support-money", items.size(),
		                                                      {what, c.words.list(sums)}, rests_on(items)));
	}
	return made;
}

Part support_part(Composer& c) {
	Part part{.id = "support", .heading = c.words.text("paper-support-heading"), .blocks = {}, .parts = {}};
	const review::Ledger& ledger = c.review.ledger;
	if (ledger.entries.empty()) {
		part.blocks.emplace_back(paragraph(c.say("paper-support-none", {c.names.both()}, on_register())));
		return part;
	}
	part.blocks.emplace_back(summary(c));
	if (!ledger.sums.empty()) {
		part.blocks.emplace_back(paragraph(c.say("paper-support-rule", {}, on_register())));
		part.blocks.emplace_back(sums_table(c));
		add_plots(c, part);
	}
	if (c.material.question.with.size() > 1) part.blocks.emplace_back(by_partner(c));
	for (const Direction direction : k_directions) {
		if (!items_of(ledger, direction).empty()) part.blocks.emplace_back(ledger_table(c, direction));
	}
	std::vector<const review::Relation*> relations;
	for (const review::Relation& relation : ledger.relations) relations.push_back(&relation);
	add_relations(c, relations, part);
	return part;
}

}  // namespace bienban::paper
