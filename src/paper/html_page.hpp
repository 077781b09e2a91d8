#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/messages.hpp"
#include "paper/cited.hpp"
#include "paper/paper.hpp"

/// A page in the making; used by html*.cpp.
namespace bienban::paper {

class HtmlPage {
public:
	explicit HtmlPage(const Paper& paper) : m_paper(paper), m_messages(base::Messages::of(paper.lang)) {}

	/// The whole file.
	std::string text();

private:
	struct Told {
		std::vector<std::size_t> citations;  ///< the first of those that lead here
		std::size_t all = 0;
	};

	void body();
	void contents();
	void head();
	void part(const Part& part, std::size_t level, std::size_t index);
	void signatures();

	void put(const Block& block);
	void put(const Paragraph& paragraph);
	void put(const Bullets& bullets);
	void put(const Table& table);
	void put(const Plot& plot);
	void row(const Row& row, const View& view);
	void data_of(const Timeline& timeline);
	void data_of(const Columns& columns);
	void data_row(std::string_view first, std::string_view second, std::string_view third, const Backing& backing);

	void words(const Text& text);
	/// "[1, 3]" with its links, and a space before it; nothing where there is no source.
	void cite(const Backing& backing);
	/// The same without brackets, for a column of sources.
	void numbers(const Backing& backing);
	/// Where the words of a backing stand: "#q-F12.3", "#g4".
	std::string link(const Backing& backing);
	/// Facts of which one number would have to lead to several quotes stand together as one group in the annex.
	std::size_t group_of(const Backing& backing);

	void quotes();
	void groups();
	void fact(std::size_t index);
	/// Links back to where something is cited.
	void back(const Told& told);
	void cited_here(Told& told) const;
	void sources();

	void add(std::string_view markup) { m_out.append(markup); }
	void say(std::string_view words);
	/// The words of a message; they are the project's own, yet escaped too.
	void message(std::string_view id, const std::vector<std::string>& values = {});
	std::string new_id(std::string_view wish);

	const Paper& m_paper;
	const base::Messages& m_messages;
	std::string m_out;
	std::size_t m_citation = 0;
	std::map<std::size_t, Told> m_told;  ///< facts that the page cites
	std::map<std::pair<std::vector<std::size_t>, std::size_t>, std::size_t>
	    m_group_numbers;  ///< by facts and how many more
	struct Group {
		const std::vector<std::size_t>* facts = nullptr;
		std::size_t more = 0;
		Told told;
	};
	std::vector<Group> m_groups;
	std::unordered_map<std::string, std::size_t> m_ids;
	std::unordered_map<const Part*, std::string> m_part_ids;
};

}  // namespace bienban::paper
