#include "paper/composer.hpp"

#include <algorithm>
#include <unordered_set>

#include "model/names.hpp"
#include "paper/cited.hpp"
#include "register/check_rules.hpp"
#include "report/describe.hpp"
#include "report/values.hpp"

namespace bienban::paper {

Backing rests_on(review::ItemIndex item) { return {.facts = {item}, .to_fill = false, .of_register = false}; }

Backing rests_on(std::vector<review::ItemIndex> items) {
	std::ranges::sort(items);
	items.erase(std::unique(items.begin(), items.end()), items.end());
	return {.facts = std::move(items), .to_fill = false, .of_register = false};
}

Backing on_register() { return {.facts = {}, .to_fill = false, .of_register = true}; }
Backing on_writer() { return {.facts = {}, .to_fill = true, .of_register = false}; }

void add(Backing& backing, const Backing& other) {
	std::vector<std::size_t> facts;
	facts.reserve(backing.facts.size() + other.facts.size());
	std::ranges::set_union(backing.facts, other.facts, std::back_inserter(facts));
	backing.facts = std::move(facts);
	backing.to_fill = backing.to_fill || other.to_fill;
	backing.of_register = backing.of_register || other.of_register;
}

Cell cell(std::string words, Backing backing) {
	return {.words = std::move(words), .number = std::nullopt, .day = {}, .backing = std::move(backing)};
}
Cell cell(std::string words, review::ItemIndex item) { return cell(std::move(words), rests_on(item)); }
Cell empty_cell() { return {}; }

Cell count_cell(const Words& words, std::size_t count, Backing backing) {
	Cell made = cell(words.number(count), std::move(backing));
	made.number = static_cast<double>(count);
	return made;
}

Cell row_number(std::size_t number) {
	Cell made = cell(std::to_string(number), on_register());
	made.number = static_cast<double>(number);
	return made;
}

void drop_empty_columns(Table& table) {
	std::size_t cell = 0;
	std::size_t column = 0;
	while (column < table.columns.size()) {
		const bool sources = table.columns[column].kind == ColumnKind::sources;
		const auto filled = [&](const Row& row) { return !row.cells[cell].words.empty(); };
		if (sources || cell == 0 || std::ranges::any_of(table.rows, filled)) {
			++column;
			cell += sources ? 0 : 1;
			continue;
		}
		table.columns.erase(table.columns.begin() + static_cast<std::ptrdiff_t>(column));
		for (Row& row : table.rows) row.cells.erase(row.cells.begin() + static_cast<std::ptrdiff_t>(cell));
	}
}

Paragraph paragraph(Text sentence) {
	Paragraph made;
	made.sentences.push_back(std::move(sentence));
	return made;
}

int year_of(const review::Item& item) {
	return item.when && item.when->first > 0 && item.when->first < model::Period::k_open ? item.when->first / 10'000
	                                                                                     : 0;
}

Text Composer::say(const std::string& id, const std::vector<std::string>& values, Backing backing) const {
	return {.words = capital(words.text(id, values)), .backing = std::move(backing)};
}

Text Composer::say_counted(const std::string& id, std::size_t number, const std::vector<std::string>& values,
                           Backing backing) const {
	return {.words = capital(words.counted(id, number, values)), .backing = std::move(backing)};
}

std::string Composer::agreement(review::ItemIndex item) const {
	const auto* agreement = material.as<model::Agreement>(item);
	if (agreement == nullptr) return report::describe(material.items[item].record, words.lang());
	std::string name = words.text("paper-instrument-" + std::string{model::name_of(agreement->instrument)});
	if (agreement->signed_on) return words.text("paper-agreement-signed", {name, words.when(*agreement->signed_on)});
	if (agreement->term) return words.text("paper-agreement-term", {name, words.when(*agreement->term)});
	return name;
}

std::string Composer::agreement_between(review::ItemIndex item) {
	const auto* agreement = material.as<model::Agreement>(item);
	std::string name = this->agreement(item);
	if (agreement == nullptr || agreement->parties.empty()) return name;
	return words.text("paper-agreement-between", {name, names.parties(agreement->parties)});
}

std::string Composer::doers(review::ItemIndex item, Introduce introduce) {
	const model::Record& record = material.items[item].record;
	if (const auto* support = std::get_if<model::Support>(&record.value)) {
		if (!support->giver.empty() && !support->receiver.empty()) {
			return words.text("paper-support-from-to",
			                  {names.parties(support->giver, introduce), names.parties(support->receiver, introduce)});
		}
	}
	if (const auto* visit = std::get_if<model::Visit>(&record.value); visit != nullptr && visit->from && visit->to) {
		return words.text("paper-visit-by-to",
		                  {names.party(*visit->from, introduce), names.party(*visit->to, introduce)});
	}
	if (const auto* result = std::get_if<model::Result>(&record.value)) {
		return names.toward(result->by, result->to, result->theme, introduce);
	}
	return names.parties(registry::parties_of(record), introduce);
}

std::string Composer::counted(const model::Result& result) const {
	return words.quantity(result.value, result.about, result.unit);
}

std::string Composer::given(const model::Support& support) const {
	if (!support.value) return support.item;
	if (support.unit && Words::is_currency(*support.unit)) {
		const std::string money = words.money(*support.value, support.about, *support.unit);
		return support.item.empty() ? money : words.text("paper-money-for", {money, support.item});
	}
	std::string out = words.figure(*support.value, support.about);
	if (support.unit && !support.unit->empty()) out.append(" ").append(*support.unit);
	if (!support.item.empty()) out.append(" ").append(support.item);
	return out;
}

std::string Composer::date(review::ItemIndex item) const {
	const review::Item& of = material.items[item];
	if (!of.date) return {};
	std::string day = words.span(*of.date);
	return of.dated == review::Dated::by_document ? words.text("date-of-document", {day}) : day;
}

std::string Composer::brief(review::ItemIndex item) {
	const model::Record& record = material.items[item].record;
	const std::string day = date(item);
	const auto dated = [&](std::string what) {
		if (day.empty()) return what;
		return day.front() == '(' ? what + " " + day : words.text("paper-brief-dated", {what, day});
	};
	if (std::holds_alternative<model::Agreement>(record.value)) return agreement(item);
	if (const auto* result = std::get_if<model::Result>(&record.value)) return dated(counted(*result));
	if (const auto* support = std::get_if<model::Support>(&record.value)) return dated(given(*support));
	if (const auto* activity = std::get_if<model::Activity>(&record.value)) {
		return dated(words.text("paper-activity-" + std::string{model::name_of(activity->kind)}));
	}
	if (const auto* meeting = std::get_if<model::Meeting>(&record.value)) {
		return dated(words.text("paper-meeting-" + std::string{model::name_of(meeting->kind)}));
	}
	if (std::holds_alternative<model::Visit>(record.value)) return dated(words.text("paper-visit"));
	if (std::holds_alternative<model::Twinning>(record.value)) return dated(words.text("paper-twinning"));
	if (std::holds_alternative<model::Achievement>(record.value)) return dated(words.text("paper-reported"));
	return dated(words.text("paper-promise"));
}

std::string Composer::asked() const {
	const review::Question& question = material.question;
	const model::Period period = review::asked_period(question);
	if (period.first <= 0 && period.last >= model::Period::k_open) {
		return words.text("paper-until-day", {words.span(model::Period{question.as_of, question.as_of})});
	}
	return words.when(period);
}

std::string Composer::asked_title() const {
	const model::Period period = review::asked_period(material.question);
	const bool bounded = period.first > 0 && period.last < model::Period::k_open;
	return bounded && words.lang() == base::Lang::en ? words.span(period) : asked();
}

std::string Composer::as_of() const {
	const std::int32_t day = material.question.as_of;
	return words.text("paper-as-of", {words.span(model::Period{day, day})});
}

void Composer::bound(Table& table, std::size_t shown) const {
	const auto lines =
	    static_cast<std::size_t>(std::ranges::count_if(table.rows, [](const Row& r) { return !r.total; }));
	if (lines <= shown + shown / 4) return;  // a few more are shown rather than left out
	table.shown = shown;
	if (shown > 0) table.more = say_counted("paper-more-rows", lines - shown, {}, on_register());
}

namespace {

/// Facts whose quotes one page can hold.
constexpr std::size_t k_facts_on_a_page = 3000;
/// Of those that a sum rests on, how many a page beyond that names.
constexpr std::size_t k_facts_of_a_sum = 12;

/// Calls `visit` with every backing of the paper.
class BackingWalk {
public:
	template <typename Visit>
	static void each_table(Paper& paper, const Visit& visit) {
		tables(paper.opening, visit);
		for (Part& made : paper.parts) tables(made, visit);
	}
	template <typename Visit>
	static void walk(Paper& paper, const Visit& visit) {
		Head& head = paper.head;
		for (Text* text : {&head.superior, &head.issuer, &head.number, &head.place_and_date, &head.kind}) {
			visit(text->backing);
		}
		for (Text& text : head.subject) visit(text.backing);
		for (Text& text : paper.bases) visit(text.backing);
		for (Block& made : paper.opening) block(made, visit);
		for (Part& made : paper.parts) part(made, visit);
		for (Signature& signature : paper.signatures) {
			for (Text& text : signature.capacity) visit(text.backing);
			visit(signature.name.backing);
		}
		for (Text& text : paper.receivers) visit(text.backing);
	}

private:
	template <typename Visit>
	static void tables(std::vector<Block>& blocks, const Visit& visit) {
		for (Block& block : blocks) {
			if (auto* table = std::get_if<Table>(&block)) visit(*table);
		}
	}
	template <typename Visit>
	static void tables(Part& of, const Visit& visit) {
		tables(of.blocks, visit);
		for (Part& inner : of.parts) tables(inner, visit);
	}
	template <typename Visit>
	static void part(Part& of, const Visit& visit) {
		for (Block& made : of.blocks) block(made, visit);
		for (Part& inner : of.parts) part(inner, visit);
	}
	template <typename Visit>
	static void block(Block& of, const Visit& visit) {
		if (auto* paragraph = std::get_if<Paragraph>(&of)) {
			for (Text& text : paragraph->sentences) visit(text.backing);
		} else if (auto* bullets = std::get_if<Bullets>(&of)) {
			for (Paragraph& point : bullets->points) {
				for (Text& text : point.sentences) visit(text.backing);
			}
		} else if (auto* table = std::get_if<Table>(&of)) {
			for (Row& row : table->rows) {
				for (Cell& made : row.cells) visit(made.backing);
			}
			visit(table->more.backing);
		} else {
			plot(std::get<Plot>(of), visit);
		}
	}
	template <typename Visit>
	static void plot(Plot& of, const Visit& visit) {
		if (auto* timeline = std::get_if<Timeline>(&of.drawing)) {
			for (Lane& lane : timeline->lanes) {
				for (Bar& bar : lane.bars) visit(bar.backing);
				for (Mark& mark : lane.marks) visit(mark.backing);
			}
		} else {
			for (Columns::Series& series : std::get<Columns>(of.drawing).series) {
				for (Backing& backing : series.backings) visit(backing);
			}
		}
	}
};

}  // namespace

void shorten(Paper& paper) {
	BackingWalk::each_table(paper, [](Table& table) {
		const View kept = view(table, SourcesColumn::no);
		if (kept.rows.size() == table.rows.size()) return;
		std::vector<Row> rows;
		rows.reserve(kept.rows.size());
		for (const std::size_t row : kept.rows) {
			rows.push_back(std::move(table.rows[row]));
			rows.back().adds.clear();  // some of the rows are gone
		}
		table.rows = std::move(rows);
	});
	std::unordered_set<std::size_t> told;
	BackingWalk::walk(paper, [&](const Backing& backing) { told.insert(backing.facts.begin(), backing.facts.end()); });
	if (told.size() <= k_facts_on_a_page) return;
	BackingWalk::walk(paper, [](Backing& backing) {
		if (backing.facts.size() <= k_facts_of_a_sum) return;
		backing.more = backing.facts.size() - k_facts_of_a_sum;
		backing.facts.resize(k_facts_of_a_sum);
	});
}

void Composer::finish(Paper& paper) const {
	constexpr auto k_none = static_cast<std::size_t>(-1);
	std::vector<std::size_t> fact_of(material.items.size(), k_none);
	BackingWalk::walk(paper, [&](const Backing& backing) {
		for (const std::size_t item : backing.facts) fact_of[item] = 0;
	});
	std::vector<std::size_t> source_of(material.documents.size(), k_none);
	for (std::size_t item = 0; item < fact_of.size(); ++item) {
		if (fact_of[item] == k_none) continue;
		fact_of[item] = paper.facts.size();
		paper.facts.emplace_back();
		for (const review::Telling& telling : material.items[item].tellings) source_of[telling.document] = 0;
	}
	for (std::size_t document = 0; document < source_of.size(); ++document) {
		if (source_of[document] == k_none) continue;
		source_of[document] = paper.sources.size();
		SourceLine source;  // fill() knows its title
		source.id = report::document_name(material.documents[document].id);
		paper.sources.push_back(std::move(source));
	}
	for (std::size_t item = 0; item < fact_of.size(); ++item) {
		if (fact_of[item] == k_none) continue;
		const review::Item& of = material.items[item];
		FactNote& note = paper.facts[fact_of[item]];
		note.id = report::fact_name(of.fact);
		note.summary = report::describe(of.record, words.lang());
		for (const review::Telling& telling : of.tellings) {
			note.quotes.push_back({.record = telling.record,
			                       .source = source_of[telling.document],
			                       .words = telling.quote,
			                       .begin = telling.begin.value,
			                       .end = telling.end.value,
			                       .certainty = telling.certainty});
		}
	}
	BackingWalk::walk(paper, [&](Backing& backing) {
		for (std::size_t& fact : backing.facts) fact = fact_of[fact];  // keeps their order
	});
}

}  // namespace bienban::paper
