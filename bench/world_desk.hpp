#pragma once

#include <string>
#include <vector>

#include "world_facts.hpp"
#include "world_text.hpp"

namespace bienban::bench {

/// A paper: how it writes dates, names and the lines around an article.
struct Outlet {
	Spelling spelling;
	int date_style;         ///< "21/11", "21-11", "sáng 21/11", …
	int line_style;         ///< of the line that states the day of publication; the last is none at all
	std::string_view mark;  ///< "(SLO) - " in front of the article, or empty
};

/// One document with what it tells.
struct Written {
	std::string published;  ///< as the document states it, "2019-11-22", or empty
	std::vector<Told> told;
	std::vector<Mention> mentions;
};

/// Writes the documents of a world, one at a time.
class Desk {
public:
	explicit Desk(const World& world) : m_world(world), m_random(world.seed), m_page(m_random) {}

	/// From now on documents are about this year of this relation.
	void enter(const Relation& relation, const Year& year);

	/// A report of one of the year's events: the number-th, from 0. A fresh `attempt` gives other words.
	void report(const Event& event, int number, int attempt);
	/// A look back on the whole year.
	void review(int number, int attempt);

	/// The document: its clean text is just this.
	const std::string& text() const { return m_page.text(); }
	Written written() const;

	/// What is told of an event, field by field, as it truly was: for the list of facts. The key is that of Page.
	struct Truth {
		std::string fact;
		std::string_view type;
		std::string values;
	};
	std::vector<Truth> truth_of(const Event& event) const;
	std::vector<Truth> truth_of_year() const;
	std::vector<Truth> truth_of_term() const;
	/// What is planted in the year for a review to find, each as the members of a JSON object.
	std::vector<std::string> gaps() const;
	/// The fact of an event that is known under this key.
	std::string fact(const Year& year, const Event& event, char key) const;
	std::string figure_fact(const Year& year, std::size_t which) const;
	std::string total_fact(const Year& year, std::size_t which) const;

private:
	std::string truth_of_figure(const Figure& figure, const std::string& period) const;
	/// How exactly a day is told.
	enum class Dated { day, day_with_year, month, year, vaguely };

	void begin(Day published, int attempt, std::uint64_t number);
	void end();
	void headline(std::string_view pattern);
	void set_people(const Year& year, const Event& event);
	void set_day(Day day, Dated dated);
	void set_place(Side host, bool told);
	void set_gift(const Year& year, const Event& event, int value, bool wrong, std::string_view also_wrong);
	void set_term(int first, int last);
	void set_visit(const Event& event);
	void tell(char key, const Year& year, const Event& event, std::string_view wrong);
	/// Some of the themes and `also`, the end of the mention that is open, and a full stop.
	void themes(const std::vector<std::size_t>& all, std::string_view also = {});
	void figures(const Year& year, std::size_t most, const Contradiction* wrong, int must);
	void totals();
	/// One figure with its mention, under the key f.
	void figure(const Figure& what, Told told, std::string_view period, std::string_view about);
	/// The document knows of one side only which province it is.
	void name_only_province_of(Side side);
	void talks(const Event& event, const Contradiction* wrong, bool plain);
	void recall(const Year& year, const Event& event, bool within_year);
	void recall_earlier();
	void colour();
	void domestic(std::size_t size);
	std::string parties() const;
	std::string quoted_party(Side side) const;

	World m_world;
	Random m_random;
	Page m_page;
	Relation m_relation{};
	Year m_year;
	Outlet m_outlet{};
	Body m_vietnamese;
	Body m_lao;
	Day m_published;
	bool m_whole = true;        ///< the document names both bodies
	bool m_dated = true;        ///< it tells the day of what it reports, or the month
	bool m_states_day = false;  ///< the document says when it was published
};

}  // namespace bienban::bench
