#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "paper/names.hpp"
#include "paper/paper.hpp"
#include "paper/words.hpp"
#include "review/review.hpp"

/// What all parts of a paper are composed with.
namespace bienban::paper {

/// Until finish() the facts of a backing are indices in Material::items.
Backing rests_on(review::ItemIndex item);
Backing rests_on(std::vector<review::ItemIndex> items);
Backing on_register();
Backing on_writer();

void add(Backing& backing, const Backing& other);

/// How many rows of a table a page shows.
inline constexpr std::size_t k_rows_shown = 25;

class Composer {
public:
	Composer(const review::Review& made, base::Lang lang)
	    : review(made), material(made.material), words(lang), names(words, made.material.question) {}
	Composer(const Composer&) = delete;
	Composer& operator=(const Composer&) = delete;

	const review::Review& review;
	const review::Material& material;
	Words words;
	Names names;

	/// A sentence of the messages.
	Text say(const std::string& id, const std::vector<std::string>& values, Backing backing) const;
	/// As Words::counted().
	Text say_counted(const std::string& id, std::size_t number, const std::vector<std::string>& values,
	                 Backing backing) const;

	/// A fact by what it is, inside a sentence: "Biên bản ghi nhớ ký ngày 12/05/2021", "hơn 48 lần (2021)".
	std::string brief(review::ItemIndex item);
	/// Who did it, for whom: "tỉnh Sơn La hỗ trợ tỉnh Hủa Phăn", "Bộ CHQS hai tỉnh"; empty where nobody is named.
	std::string doers(review::ItemIndex item, Introduce introduce = Introduce::yes);
	/// An agreement by its instrument and its date or term.
	std::string agreement(review::ItemIndex item) const;
	/// The same with those between whom it is.
	std::string agreement_between(review::ItemIndex item);
	/// "hơn 2.000 lượt người".
	std::string counted(const model::Result& result) const;
	/// "5 tấn gạo", "quà", "300 triệu đồng để xây nhà".
	std::string given(const model::Support& support) const;
	/// "05/03/2021"; in brackets where only a document has a date; empty where there is none.
	std::string date(review::ItemIndex item) const;

	/// The asked period as it begins a sentence: "giai đoạn 2021 - 2025", "in 2021–2025".
	std::string asked() const;
	/// The same as it ends a title: "giai đoạn 2021 - 2025", "2021–2025".
	std::string asked_title() const;

	/// "đến ngày 31/12/2025": the day for which states are told.
	std::string as_of() const;

	/// A table of which a page shows the first rows; says what became of the others.
	void bound(Table& table, std::size_t shown = k_rows_shown) const;
	/// Makes the paper's facts and sources of what its backings name.
	void finish(Paper& paper) const;
};

Cell cell(std::string words, Backing backing);
Cell cell(std::string words, review::ItemIndex item);
Cell empty_cell();
/// A count that a spreadsheet adds.
Cell count_cell(const Words& words, std::size_t count, Backing backing);
/// Leaves out the rows that a page does not show. Where the rest still tells of more facts than a page has room for,
/// each sentence and cell keeps the first of those that it rests on, and the number of the others. To be done before
/// finish().
void shorten(Paper& paper);

/// "1", "2", …: the number of a row, which states nothing.
Cell row_number(std::size_t number);

/// Takes out columns, other than the first and that of sources, that no row has anything in.
void drop_empty_columns(Table& table);

/// A paragraph of one sentence.
Paragraph paragraph(Text sentence);

/// The year in which it began, 0 where that is not known.
int year_of(const review::Item& item);

}  // namespace bienban::paper
