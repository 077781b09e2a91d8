// What the papers tell, document by document.
#include <algorithm>

#include "world_desk.hpp"
#include "world_words.hpp"

namespace bienban::bench {
namespace {

/// The words for the occasion on which something was given.
std::string_view gift_words(const Event& event, Random& random) {
	switch (event.kind) {
		case EventKind::talks: return random.one_of(words::k_occasion_gifts);
		case EventKind::visit: return random.one_of(words::k_visit_gifts);
		default: return random.one_of(words::k_aid_leads);
	}
}

}  // namespace

void Desk::figures(const Year& year, std::size_t most, const Contradiction* wrong, int must) {
	// Papers keep the order of the report they have and leave out from its end, save what this one must tell.
	std::vector<std::size_t> some;
	for (std::size_t i = 0; i < year.figures.size(); ++i) {
		const bool joint = figure_kinds()[year.figures[i].kind].joint;
		if (some.size() < most || static_cast<int>(i) == must || (!joint && !some.empty() && m_random.chance(50))) {
			some.push_back(i);
		}
	}
	for (std::size_t n = 0; n < some.size(); ++n) {
		const std::size_t i = some[n];
		const FigureKind& kind = figure_kinds()[year.figures[i].kind];
		const bool is_wrong = wrong != nullptr && wrong->field == "figure" && wrong->which == i;
		int value = is_wrong ? wrong->value : year.figures[i].value;
		std::string about;
		if (!is_wrong && static_cast<int>(i) != must && value >= 1000 && value % 100 != 0 && m_random.chance(8)) {
			value -= value % 100;
			about = "hơn ";
		}
		if (n > 0) {
			// What one side does alone has a sentence of its own.
			const bool of_patrols = year.figures[i].kind == 1 && year.figures[some[n - 1]].kind == 0;
			m_page.write(!kind.joint ? ". Cũng trong năm {Y}, " : of_patrols ? " với " : "; ");
		}
		figure({year.figures[i].kind, value}, {figure_fact(year, i), "result", is_wrong ? "value" : "", ""},
		       std::to_string(year.year), about);
	}
	m_page.write(".");
}

void Desk::figure(const Figure& what, Told told, std::string_view period, std::string_view about) {
	const FigureKind& kind = figure_kinds()[what.kind];
	const std::string_view unit = m_random.one_of(kind.units);
	told.always = "\"theme\": " + quoted(kind.theme) + ", \"unit\": " + quoted(unit) +
	              ", \"period\": " + quoted(period) + ", \"by\": [" + quoted_party(Side::vietnamese) +
	              (kind.joint ? ", " + quoted_party(Side::lao) : "") + ']';
	if (!about.empty()) told.always += ", \"about\": \"over\"";
	m_page.tell('f', std::move(told));
	m_page.set('n', std::string(about) + grouped(what.value), "value", std::to_string(what.value));
	m_page.set('u', std::string(unit));
	m_page.write("[f");
	m_page.write(kind.words);
	m_page.write("]");
}

void Desk::totals() {
	const std::string from = std::to_string(m_year.term_since);
	const std::string to = std::to_string(m_year.year);
	const std::string term = from + '/' + to;
	m_page.set('Y', from + " - " + to);
	bool told = false;
	for (std::size_t i = 0; i < m_year.totals.size(); ++i) {
		const Figure& total = m_year.totals[i];
		if (!figure_kinds()[total.kind].joint || total.kind == 1) continue;
		m_page.write(told ? "; " : m_random.one_of(words::k_totals_leads));
		told = true;
		figure(total, {total_fact(m_year, i), "result", "", ""}, term, "");
		if (m_random.chance(30)) break;
	}
	if (told) {
		m_page.write(".");
		m_page.paragraph();
	}
	m_page.set('Y', to);
}

void Desk::name_only_province_of(Side side) {
	const bool lao = side == Side::lao;
	const std::string name = "tỉnh " + m_page.slot(lao ? 'a' : 'A').text;
	m_page.set(lao ? 'L' : 'V', name + (lao && m_outlet.spelling.country ? " (Lào)" : ""));
	m_page.set(lao ? 'l' : 'v', name);
	Body& body = lao ? m_lao : m_vietnamese;
	body.full = m_page.slot(lao ? 'L' : 'V').text;
	body.brief = name;
	m_whole = false;
	body.party = std::string(lao ? m_relation.pair->lao.code : m_relation.pair->vietnamese.code) + "/province";
}

void Desk::colour() {
	if (m_random.chance(70)) {
		m_page.write(" ");
		m_page.write(m_random.one_of(words::k_colour));
	}
	m_page.paragraph();
}

void Desk::domestic(std::size_t size) {
	// Steps of seven through the sentences: none comes twice before all have come.
	std::size_t at = m_random.below(words::k_domestic.size());
	for (std::size_t sentences = 0; sentences == 0 || m_page.text().size() < size; ++sentences) {
		if (sentences % 4 != 0) {
			m_page.write(" ");
		} else if (sentences > 0) {
			m_page.paragraph();
		}
		m_page.write(words::k_domestic[at]);
		at = (at + 7) % words::k_domestic.size();
	}
	m_page.paragraph();
}

void Desk::talks(const Event& event, const Contradiction* wrong, bool plain) {
	const auto is = [&](std::string_view field) { return wrong != nullptr && wrong->field == field; };
	const bool other_day = is("date");
	m_page.set('R', plain || m_random.chance(70) ? " thường niên" : "", "recurs", "\"annual\"");
	if (m_page.slot('R').text.empty()) m_page.set('R', "");
	const int ordinal = is("ordinal") ? wrong->value : m_year.ordinal;
	if (ordinal > 0 && (plain || m_random.chance(75))) {
		m_page.set('O', " lần thứ " + (m_random.chance(50) ? roman(ordinal) : std::to_string(ordinal)), "ordinal",
		           std::to_string(ordinal));
	} else {
		m_page.set('O', "");
	}
	set_day(other_day ? wrong->day : event.day, plain ? Dated::day : m_random.chance(92) ? Dated::day : Dated::vaguely);
	const Side host = is("place") ? (event.host == Side::lao ? Side::vietnamese : Side::lao) : event.host;
	set_place(host, plain || m_random.chance(80));
	set_people(m_year, event);
	std::string_view wrong_field;
	if (wrong != nullptr && (wrong->field == "date" || wrong->field == "place" || wrong->field == "ordinal")) {
		wrong_field = wrong->field;
	}
	tell('m', m_year, event, wrong_field);
	headline(m_random.one_of(words::k_talks_titles));
	// Not every lead has a gap for the place; one that has it wrong, or against which another is wrong, needs it.
	m_page.write(plain ? m_random.one_of(words::k_placed_talks_leads) : m_random.one_of(words::k_talks_leads));
	colour();

	if (m_random.chance(75)) {
		tell('a', m_year, event, "");
		m_page.set('Y', std::to_string(m_year.year), "period", quoted(std::to_string(m_year.year)));
		m_page.write(m_random.one_of(words::k_done_leads));
		themes(m_year.done);
		m_page.paragraph();
	}
	m_page.set('Y', std::to_string(m_year.year));
	if (!m_year.figures.empty() && (plain || m_random.chance(75))) {
		m_page.write(m_random.one_of(words::k_figure_leads));
		const bool tells_figure = event.contradiction && event.contradiction->field == "figure";
		figures(m_year, static_cast<std::size_t>(m_random.between(2, 5)), wrong,
		        plain && tells_figure ? static_cast<int>(event.contradiction->which) : -1);
		m_page.paragraph();
	}
	if (m_random.chance(50)) totals();
	if (m_year.signs && (plain || m_random.chance(85))) {
		const bool one_year = m_year.term_from == m_year.term_to;
		const int to = is("term") ? wrong->value : m_year.term_to;
		// A paper for one year that is wrong is one for another year.
		set_term(one_year ? to : m_year.term_from, to);
		tell('g', m_year, event, is("term") ? "term" : other_day ? "signed" : "");
		m_page.write(m_random.one_of(words::k_signing));
		m_page.write(" ");
	}
	if (m_random.chance(80)) {
		tell('c', m_year, event, "");
		m_page.write(m_random.one_of(words::k_promise_leads));
		themes(m_year.promised, m_year.lonely ? lonely_themes()[*m_year.lonely].words : std::string_view{});
	}
	colour();
	if (event.gift && (plain || m_random.chance(75))) {
		set_gift(m_year, event, is("gift") ? wrong->value : event.gift->value, is("gift"), other_day ? "period" : "");
		m_page.write(m_random.one_of(words::k_occasion_gifts));
		m_page.paragraph();
	}
}

void Desk::report(const Event& event, int number, int attempt) {
	const Contradiction* wrong = nullptr;
	bool plain = false;  // tells everything exactly
	if (event.contradiction) {
		if (static_cast<std::size_t>(number) == event.contradiction->report) wrong = &*event.contradiction;
		plain = number == 0 || wrong != nullptr;
	}
	const bool other_day = wrong != nullptr && wrong->field == "date";
	const Day told_day = other_day ? wrong->day : event.day;
	const Day last = edtf(told_day) > edtf(event.day) ? told_day : event.day;
	Random delay(m_world.seed, m_relation.number, m_year.year, event.number, number, 5);
	begin(later(last, delay.between(0, 3)), attempt, event.number * 64 + static_cast<std::uint64_t>(number));
	if (event.kind == EventKind::talks) {
		talks(event, wrong, plain);
	} else {
		// Some papers name only one of the two bodies; they know at least the day.
		const bool one_sided = (event.kind == EventKind::visit || event.kind == EventKind::aid) && !plain &&
		                       !event.contradiction && m_relation.bodies != Bodies::province &&
		                       m_relation.bodies < Bodies::district && m_random.chance(6);
		if (one_sided) name_only_province_of(event.host);
		set_day(told_day, plain || one_sided || m_random.chance(90) ? Dated::day : Dated::month);
		set_people(m_year, event);
		set_place(event.host, false);
		const bool other_gift = wrong != nullptr && wrong->field == "gift";
		if (event.gift) {
			const bool main = event.kind == EventKind::aid;
			set_gift(m_year, event, other_gift ? wrong->value : event.gift->value, other_gift,
			         other_day ? "period" : "");
			if (main) set_place(event.host, m_random.chance(40));
		}
		const std::string_view wrong_day = other_day ? "date" : "";
		switch (event.kind) {
			case EventKind::visit:
				set_visit(event);
				tell('v', m_year, event, wrong_day);
				headline(m_random.one_of(words::k_visit_titles));
				m_page.write(m_random.one_of(words::k_visit_leads));
				break;
			case EventKind::patrol:
				m_page.set('S',
				           "từ mốc " + std::to_string(event.marker) + " đến mốc " +
				               std::to_string(event.marker + event.markers),
				           "section",
				           quoted(std::to_string(event.marker) + '/' + std::to_string(event.marker + event.markers)));
				tell('p', m_year, event, wrong_day);
				headline(m_random.one_of(words::k_patrol_titles));
				m_page.write(m_random.one_of(words::k_patrol_leads));
				break;
			case EventKind::aid:
				headline(m_random.one_of(words::k_aid_titles));
				m_page.write(gift_words(event, m_random));
				break;
			default: {
				const Village a = vietnamese_village(m_relation, event.village, m_outlet.spelling);
				const Village b = lao_village(m_relation, event.village, m_outlet.spelling);
				m_page.set('W', a.words);
				m_page.set('w', b.words);
				tell('m', m_year, event, wrong_day);
				tell('t', m_year, event, other_day ? "since" : "");
				headline(m_random.one_of(words::k_twinning_titles));
				m_page.write(m_random.one_of(words::k_twinning_leads));
			}
		}
		colour();
		if (event.gift && event.kind == EventKind::visit && (plain || m_random.chance(80))) {
			m_page.write(gift_words(event, m_random));
			m_page.paragraph();
		}
	}
	// A document that knows one body only remembers nothing of it; in one without a day an old day would seem the
	// event's.
	// After a twinning "hai bên" are the villages.
	if (m_whole && m_dated && event.kind != EventKind::twinning && m_random.chance(45)) recall_earlier();
	end();
}

void Desk::recall(const Year& year, const Event& event, bool within_year) {
	set_people(year, event);
	const int exact = static_cast<int>(m_random.below(100));
	const bool paper = event.kind == EventKind::talks && year.signs && m_random.chance(50);
	// Papers give later readers the year of what was signed or given, and the month or the day of what took place.
	const bool year_alone = !within_year && (paper || event.kind == EventKind::aid) && exact >= 50;
	const bool month = exact < 40 && event.kind != EventKind::patrol && event.kind != EventKind::twinning;
	set_day(event.day, year_alone ? Dated::year : month ? Dated::month : Dated::day_with_year);
	switch (event.kind) {
		case EventKind::talks:
			if (paper) {
				set_term(year.term_from, year.term_to);
				tell('g', year, event, "");
				m_page.write(m_random.one_of(words::k_signing_recalled));
			} else {
				m_page.set('R', m_random.chance(60) ? " thường niên" : "", "recurs", "\"annual\"");
				m_page.set('O', "");
				if (year.ordinal > 0 && m_random.chance(50)) {
					m_page.set('O', " lần thứ " + std::to_string(year.ordinal), "ordinal",
					           std::to_string(year.ordinal));
				}
				set_place(event.host, m_random.chance(50));
				tell('m', year, event, "");
				m_page.write(m_random.one_of(words::k_talks_recalled));
			}
			break;
		case EventKind::visit:
			set_visit(event);
			tell('v', year, event, "");
			m_page.write(m_random.one_of(words::k_visit_recalled));
			break;
		case EventKind::patrol:
			m_page.set(
			    'S',
			    "từ mốc " + std::to_string(event.marker) + " đến mốc " + std::to_string(event.marker + event.markers),
			    "section", quoted(std::to_string(event.marker) + '/' + std::to_string(event.marker + event.markers)));
			tell('p', year, event, "");
			m_page.write(m_random.one_of(words::k_patrol_recalled));
			break;
		case EventKind::aid:
			set_gift(year, event, event.gift->value, false, "");
			m_page.write(m_random.one_of(words::k_gift_recalled));
			break;
		case EventKind::twinning: {
			m_page.set('W', vietnamese_village(m_relation, event.village, m_outlet.spelling).words);
			m_page.set('w', lao_village(m_relation, event.village, m_outlet.spelling).words);
			tell('t', year, event, "");
			m_page.write(m_random.one_of(words::k_twinning_recalled));
		}
	}
}

void Desk::recall_earlier() {
	// What took place is remembered for a year, what was signed, given and counted for longer.
	const int age = m_random.between(1, 3);
	const Year before = year_of(m_world, m_relation, m_year.year - age);
	if (before.events.empty() || before.events[0].reports == 0) return;
	if (!before.figures.empty() && m_random.chance(40)) {
		m_page.set('Y', std::to_string(before.year));
		m_page.write(m_random.one_of(words::k_figures_recalled));
		figures(before, static_cast<std::size_t>(m_random.between(1, 2)), nullptr, -1);
		m_page.paragraph();
		return;
	}
	const Event& event = before.events[m_random.chance(50) ? 0 : m_random.below(before.events.size())];
	const bool lasting = event.kind == EventKind::aid || event.kind == EventKind::twinning;
	if (event.reports == 0 || (m_published.year - before.year > 1 && !lasting)) return;
	recall(before, event, false);
	m_page.paragraph();
}

void Desk::review(int number, int attempt) {
	Random delay(m_world.seed, m_relation.number, m_year.year, 4000, number);
	begin(later({m_year.year, 12, 14}, delay.between(0, 30)), attempt, 4096 + static_cast<std::uint64_t>(number));
	m_page.set('Y', std::to_string(m_year.year));
	headline(m_random.one_of(words::k_review_titles));
	m_page.write(m_random.one_of(words::k_review_leads));
	colour();
	const Event& first = m_year.events.front();
	const bool has_talks = first.reports > 0;
	if (has_talks && m_random.chance(80)) {
		tell('a', m_year, first, "");
		m_page.set('Y', std::to_string(m_year.year), "period", quoted(std::to_string(m_year.year)));
		m_page.write(words::k_done_leads[m_random.chance(50) ? 0 : 1]);
		themes(m_year.done);
		m_page.paragraph();
	}
	m_page.set('Y', std::to_string(m_year.year));
	if (has_talks && !m_year.figures.empty() && m_random.chance(85)) {
		m_page.write(words::k_figure_leads[m_random.chance(50) ? 0 : 1]);
		figures(m_year, static_cast<std::size_t>(m_random.between(2, 5)), nullptr, -1);
		m_page.paragraph();
	}
	if (has_talks && m_random.chance(50)) totals();
	std::size_t told = 0;
	const Event* twinning = nullptr;
	for (const Event& event : m_year.events) {
		if (event.reports == 0 || !m_random.chance(told < 2 ? 70 : 35)) continue;
		if (event.kind == EventKind::twinning) {
			twinning = &event;
			continue;
		}
		if (told++ > 0) m_page.paragraph();
		recall(m_year, event, true);
	}
	if (told > 0) m_page.paragraph();
	// Villages come last: "hai bên" would be theirs from there on.
	if (twinning != nullptr) {
		recall(m_year, *twinning, true);
		m_page.paragraph();
	} else if (m_random.chance(30)) {
		recall_earlier();
	}
	end();
}

std::vector<Desk::Truth> Desk::truth_of(const Event& event) const {
	const Body a = vietnamese_body(m_relation, {});
	const Body b = lao_body(m_relation, {});
	const std::string both = "\"parties\": [" + quoted(a.party) + ", " + quoted(b.party) + ']';
	const std::string day = quoted(edtf(event.day));
	std::vector<Truth> all;
	const auto add = [&](char key, std::string_view type, std::string values) {
		all.push_back({fact(m_year, event, key), type, std::move(values)});
	};
	switch (event.kind) {
		case EventKind::talks: {
			const Province& place = event.host == Side::lao ? m_relation.pair->lao : m_relation.pair->vietnamese;
			add('m', "meeting",
			    "\"kind\": \"talks\", \"date\": " + day + ", \"place\": " + quoted(place.code) + ", " + both +
			        (m_year.ordinal > 0 ? ", \"ordinal\": " + std::to_string(m_year.ordinal) : ""));
			if (m_year.signs) {
				std::string term = std::to_string(m_year.term_from);
				if (m_year.term_to != m_year.term_from) term += '/' + std::to_string(m_year.term_to);
				add('g', "agreement",
				    "\"instrument\": \"memorandum\", \"signed\": " + day + ", \"term\": " + quoted(term) + ", " + both);
			}
			add('a', "achievement", "\"period\": " + quoted(std::to_string(m_year.year)) + ", " + both);
			add('c', "commitment", both + ", \"after\": " + std::to_string(m_year.year));
			break;
		}
		case EventKind::visit: {
			const bool to_lao = event.host == Side::lao;
			add('v', "visit",
			    "\"from\": " + quoted(to_lao ? a.party : b.party) + ", \"to\": " + quoted(to_lao ? b.party : a.party) +
			        ", \"date\": " + day);
			break;
		}
		case EventKind::patrol:
			add('p', "activity",
			    "\"kind\": \"patrol\", \"date\": " + day + ", \"section\": \"" + std::to_string(event.marker) + '/' +
			        std::to_string(event.marker + event.markers) + "\", " + both);
			break;
		case EventKind::twinning: {
			const std::string villages = "\"parties\": [" +
			                             quoted(vietnamese_village(m_relation, event.village, {}).party) + ", " +
			                             quoted(lao_village(m_relation, event.village, {}).party) + ']';
			add('t', "twinning", "\"since\": " + day + ", " + villages);
			add('m', "meeting", "\"kind\": \"ceremony\", \"date\": " + day + ", " + villages);
			break;
		}
		case EventKind::aid: break;
	}
	if (event.gift) {
		const GoodsKind& goods = goods_kinds()[event.gift->kind];
		const bool lao = goods.giver == Side::lao;
		add('s', "support",
		    "\"item\": " + quoted(goods.item) + ", \"value\": " + std::to_string(event.gift->value * goods.factor) +
		        ", \"unit\": " + (goods.unit.empty() ? "null" : quoted(goods.unit)) + ", \"giver\": [" +
		        quoted(lao ? b.party : a.party) + "], \"receiver\": [" + quoted(lao ? a.party : b.party) +
		        "], \"period\": " + day);
	}
	return all;
}

std::string Desk::truth_of_figure(const Figure& figure, const std::string& period) const {
	const FigureKind& kind = figure_kinds()[figure.kind];
	return "\"value\": " + std::to_string(figure.value) + ", \"unit\": " + quoted(kind.units[0]) +
	       ", \"theme\": " + quoted(kind.theme) + ", \"period\": " + quoted(period) + ", \"by\": [" +
	       quoted(vietnamese_body(m_relation, {}).party) +
	       (kind.joint ? ", " + quoted(lao_body(m_relation, {}).party) : "") + ']';
}

std::vector<std::string> Desk::gaps() const {
	const std::string both = "\"parties\": [" + quoted(vietnamese_body(m_relation, {}).party) + ", " +
	                         quoted(lao_body(m_relation, {}).party) + "], \"year\": " + std::to_string(m_year.year);
	const Event& talks = m_year.events.front();
	std::vector<std::string> all;
	if (m_year.silent) {
		all.push_back("\"gap\": \"talks\", " + both +
		              (m_year.ordinal > 0 ? ", \"ordinal\": " + std::to_string(m_year.ordinal) : ""));
	}
	if (m_year.last_paper && talks.reports > 0) {
		all.push_back("\"gap\": \"paper\", " + both + ", \"fact\": " + quoted(fact(m_year, talks, 'g')));
	}
	if (m_year.lonely && talks.reports > 0) {
		all.push_back("\"gap\": \"promise\", " + both + ", \"fact\": " + quoted(fact(m_year, talks, 'c')) +
		              ", \"theme\": " + quoted(lonely_themes()[*m_year.lonely].theme));
	}
	if (m_year.false_total) {
		all.push_back("\"gap\": \"total\", " + both + ", \"fact\": " + quoted(total_fact(m_year, *m_year.false_total)) +
		              ", \"makes\": " + std::to_string(m_year.true_total));
	}
	return all;
}

std::vector<Desk::Truth> Desk::truth_of_term() const {
	std::vector<Truth> all;
	for (std::size_t i = 0; i < m_year.totals.size(); ++i) {
		all.push_back(
		    {total_fact(m_year, i), "result",
		     truth_of_figure(m_year.totals[i], std::to_string(m_year.term_since) + '/' + std::to_string(m_year.year))});
	}
	return all;
}

std::vector<Desk::Truth> Desk::truth_of_year() const {
	std::vector<Truth> all;
	for (std::size_t i = 0; i < m_year.figures.size(); ++i) {
		all.push_back(
		    {figure_fact(m_year, i), "result", truth_of_figure(m_year.figures[i], std::to_string(m_year.year))});
	}
	return all;
}

}  // namespace bienban::bench
