#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "model/names.hpp"
#include "paper/parts.hpp"

namespace bienban::paper {

namespace {

using review::ContactCount;
using review::Host;
using review::ItemIndex;

constexpr auto k_kinds =
    std::to_array<std::string_view>({"talks", "conference", "briefing", "reception", "ceremony", "exchange", "visit"});
constexpr std::size_t k_hosts = 3;

/// Contacts with the facts they rest on: a journey of several stops is one.
struct Counted {
	std::vector<ItemIndex> items;
	std::set<ItemIndex> occasions;

	bool empty() const { return items.empty(); }
	std::size_t size() const { return occasions.size(); }
	void add(ItemIndex item, ItemIndex occasion) {
		items.push_back(item);
		occasions.insert(occasion);
	}
};

/// Contacts of a year, of a partner or of all.
struct Tally {
	std::array<Counted, k_kinds.size()> kinds;
	std::array<Counted, k_hosts> hosts;
	Counted all;

	void add(const review::Contacts& contacts, const ContactCount& of, ItemIndex item) {
		const ItemIndex occasion = contacts.occasions[item];
		kinds[static_cast<std::size_t>(of.kind)].add(item, occasion);
		hosts[static_cast<std::size_t>(of.host)].add(item, occasion);
		all.add(item, occasion);
	}
};

std::string contact_id(std::size_t kind) { return "paper-contacts-" + std::string{k_kinds[kind]}; }

/// "12 cuộc hội đàm", "20 đoàn thăm, làm việc".
std::vector<std::string> kind_counts(const Composer& c, const Tally& whole) {
	std::vector<std::string> kinds;
	for (std::size_t i = 0; i < k_kinds.size(); ++i) {
		if (whole.kinds[i].empty()) continue;
		kinds.push_back(c.words.text(contact_id(i), {c.words.number(whole.kinds[i].size())}));
	}
	return kinds;
}

Paragraph summary(Composer& c, const Tally& whole, const std::map<int, Tally>& years) {
	Paragraph made;
	const auto kinds = kind_counts(c, whole);
	made.sentences.push_back(
	    kinds.size() == 1 ? c.say("paper-contacts-summary-kind", {c.asked(), c.names.both(), kinds.front()},
	                              rests_on(whole.all.items))
	                      : c.say_counted("paper-contacts-summary", whole.all.size(),
	                                      {c.asked(), c.names.both(), c.words.list(kinds)}, rests_on(whole.all.items)));

	const auto& question = c.material.question;
	std::vector<std::string> hosts;
	const auto host = [&](Host at, const std::string& where) {
		const std::size_t count = whole.hosts[static_cast<std::size_t>(at)].size();
		if (count > 0) hosts.push_back(c.words.counted("paper-contacts-hosted", count, {where}));
	};
	host(Host::of, c.words.text("paper-at", {c.names.side(question.of)}));
	host(Host::with, c.words.text("paper-at", {c.names.others()}));
	host(Host::unknown, c.words.text("paper-contacts-nowhere"));
	if (hosts.size() > 1) {
		made.sentences.push_back(c.say("paper-contacts-hosts", {c.words.list(hosts)}, rests_on(whole.all.items)));
	} else if (whole.all.size() > 1 && whole.hosts[static_cast<std::size_t>(Host::unknown)].empty()) {
		const bool at_home = whole.hosts[static_cast<std::size_t>(Host::with)].empty();
		const std::string where = c.words.text("paper-at", {at_home ? c.names.side(question.of) : c.names.others()});
		made.sentences.push_back(c.say("paper-contacts-hosts-all", {where}, rests_on(whole.all.items)));
	}

	const auto known = std::ranges::count_if(years, [](const auto& year) { return year.first != 0; });
	if (known < 3) return made;
	const auto most = std::ranges::max_element(
	    years, {}, [](const auto& year) { return year.first == 0 ? 0 : year.second.all.size(); });
	const auto as_many = std::ranges::count_if(
	    years, [&](const auto& year) { return year.first != 0 && year.second.all.size() == most->second.all.size(); });
	if (most->second.all.size() > 1 && as_many == 1) {
		made.sentences.push_back(c.say(
		    "paper-contacts-most", {c.words.when(std::to_string(most->first)), c.words.number(most->second.all.size())},
		    rests_on(most->second.all.items)));
	}
	return made;
}

/// The kinds that a table has columns for: those that there are.
std::vector<std::size_t> kinds_of(const Tally& whole) {
	std::vector<std::size_t> kinds;
	for (std::size_t i = 0; i < k_kinds.size(); ++i) {
		if (!whole.kinds[i].empty()) kinds.push_back(i);
	}
	return kinds;
}

Row row_of(const Composer& c, std::string first, const Tally& tally, const std::vector<std::size_t>& kinds,
           bool hosts) {
	const auto count = [&](const Counted& of) {
		return of.empty() ? empty_cell() : count_cell(c.words, of.size(), rests_on(of.items));
	};
	Row row;
	row.cells.push_back(cell(std::move(first), tally.all.empty() ? on_register() : rests_on(tally.all.items)));
	for (const std::size_t kind : kinds) row.cells.push_back(count(tally.kinds[kind]));
	row.cells.push_back(
	    count_cell(c.words, tally.all.size(), tally.all.empty() ? on_register() : rests_on(tally.all.items)));
	if (hosts) {
		for (const auto& host : tally.hosts) row.cells.push_back(count(host));
	}
	return row;
}

std::vector<Column> columns(Composer& c, const char* first, const std::vector<std::size_t>& kinds, bool hosts) {
	std::vector<Column> made = {{c.words.text(first), ColumnKind::text, 2}};
	for (const std::size_t kind : kinds) {
		made.push_back({c.words.text(contact_id(kind) + "-column"), ColumnKind::number, 1});
	}
	made.push_back({c.words.text("paper-column-total"), ColumnKind::number, 1});
	if (hosts) {
		const auto& question = c.material.question;
		made.push_back({capital(c.words.text("paper-at", {c.names.side(question.of)})), ColumnKind::number, 2});
		made.push_back({capital(c.words.text("paper-at", {c.names.others()})), ColumnKind::number, 2});
		made.push_back({c.words.text("paper-column-nowhere"), ColumnKind::number, 1});
	}
	return made;
}

Table by_year(Composer& c, const Tally& whole, const std::map<int, Tally>& years) {
	Table table;
	table.id = "contacts";
	table.caption = c.words.text("paper-contacts-caption");
	const auto kinds = kinds_of(whole);
	table.columns = columns(c, "paper-column-year", kinds, true);
	Row total = row_of(c, c.words.text("paper-column-total"), whole, kinds, true);
	total.total = true;
	for (const auto& [year, tally] : years) {
		if (year == 0) continue;
		table.rows.push_back(row_of(c, std::to_string(year), tally, kinds, true));
	}
	if (const auto undated = years.find(0); undated != years.end()) {
		table.rows.push_back(row_of(c, c.words.text("paper-year-unknown"), undated->second, kinds, true));
	}
	if (table.rows.size() > 1) {
		for (std::size_t i = 0; i < table.rows.size(); ++i) total.adds.push_back(i);
		table.rows.push_back(std::move(total));
	}
	return table;
}

/// A contact may concern several partners, so that their lines make more than the whole: nothing is added.
Table by_partner(Composer& c, const Tally& whole, const std::map<ItemIndex, const ContactCount*>& counted) {
	const auto& question = c.material.question;
	std::vector<Tally> partners(question.with.size());
	for (const ItemIndex item : whole.all.items) {
		for (const std::size_t with : c.material.items[item].with)
			partners[with].add(c.review.contacts, *counted.at(item), item);
	}
	Table table;
	table.id = "contacts-partners";
	table.caption = c.words.text("paper-contacts-partners");
	const auto kinds = kinds_of(whole);
	table.columns = columns(c, "paper-column-partner", kinds, false);
	for (std::size_t i = 0; i < partners.size(); ++i) {
		table.rows.push_back(row_of(c, capital(c.names.side(question.with[i])), partners[i], kinds, false));
	}
	return table;
}

Row list_row(Composer& c, ItemIndex item, Introduce introduce) {
	Row row;
	const review::Item& of = c.material.items[item];
	Cell day = cell(c.date(item), item);
	if (of.date && of.dated == review::Dated::by_record) day.day = *of.date;
	row.cells.push_back(day.words.empty() ? empty_cell() : std::move(day));
	const auto optional = [&](std::string words) {
		row.cells.push_back(words.empty() ? empty_cell() : cell(std::move(words), item));
	};
	if (const auto* meeting = std::get_if<model::Meeting>(&of.record.value)) {
		std::string form = c.words.text("paper-meeting-" + std::string{model::name_of(meeting->kind)});
		if (meeting->recurs)
			form = c.words.text("paper-recurs-" + std::string{model::name_of(*meeting->recurs)}, {form});
		if (meeting->ordinal) form = c.words.text("paper-ordinal", {form, std::to_string(*meeting->ordinal)});
		optional(capital(form));
		optional(capital(c.names.parties(meeting->parties, introduce)));
		optional(meeting->place ? c.names.place(*meeting->place) : std::string{});
		optional(c.words.list(meeting->chairs));
	} else if (const auto* visit = std::get_if<model::Visit>(&of.record.value)) {
		optional(capital(c.words.text("paper-visit")));
		optional(capital(c.doers(item, introduce)));
		optional({});
		optional(visit->head.value_or(""));
	}
	return row;
}

Table list(Composer& c) {
	Table table;
	table.id = "contacts-list";
	table.caption = c.words.text("paper-contacts-list");
	table.columns = {{c.words.text("paper-column-date"), ColumnKind::date, 2},
	                 {c.words.text("paper-column-form"), ColumnKind::text, 3},
	                 {c.words.text("paper-column-parties"), ColumnKind::text, 4},
	                 {c.words.text("paper-column-place"), ColumnKind::text, 2},
	                 {c.words.text("paper-column-chairs"), ColumnKind::text, 3},
	                 {c.words.text("paper-column-sources"), ColumnKind::sources, 1}};
	for (const ItemIndex item : c.review.contacts.items) {
		const auto introduce = table.rows.size() < k_rows_shown ? Introduce::yes : Introduce::no;
		Row row = list_row(c, item, introduce);
		row.cells.resize(table.columns.size() - 1);
		table.rows.push_back(std::move(row));
	}
	drop_empty_columns(table);
	c.bound(table);
	return table;
}

}  // namespace

Paragraph contacts_in_words(Composer& c) {
	Tally whole;
	for (const ContactCount& count : c.review.contacts.counts) {
		for (const ItemIndex item : count.items) whole.add(c.review.contacts, count, item);
	}
	if (whole.all.empty()) return {};
	return paragraph(
	    c.say("draft-contacts", {c.asked(), c.words.list(kind_counts(c, whole))}, rests_on(whole.all.items)));
}

Part contacts_part(Composer& c) {
	Part part{.id = "contacts", .heading = c.words.text("paper-contacts-heading"), .blocks = {}, .parts = {}};
	Tally whole;
	std::map<int, Tally> years;
	std::map<ItemIndex, const ContactCount*> counted;
	for (const ContactCount& count : c.review.contacts.counts) {
		for (const ItemIndex item : count.items) {
			whole.add(c.review.contacts, count, item);
			years[count.year].add(c.review.contacts, count, item);
			counted.emplace(item, &count);
		}
	}
	if (whole.all.empty()) {
		part.blocks.emplace_back(paragraph(c.say("paper-contacts-none", {c.asked(), c.names.both()}, on_register())));
		return part;
	}
	part.blocks.emplace_back(summary(c, whole, years));
	part.blocks.emplace_back(by_year(c, whole, years));
	if (c.material.question.with.size() > 1) part.blocks.emplace_back(by_partner(c, whole, counted));
	add_timeline(c, part);
	add_series(c, part);
	part.blocks.emplace_back(list(c));
	return part;
}

}  // namespace bienban::paper
