#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/messages.hpp"

/// A working paper before it has a format: words, tables and plots, and what each of them rests on.
namespace bienban::paper {

/// What a sentence, a cell or a mark of a plot rests on. One of the three always holds: it has facts, or it is the
/// writer's to fill in, or it says what was asked or what the register does not have.
struct Backing {
	std::vector<std::size_t> facts;  ///< indices in Paper::facts, ascending
	std::size_t more = 0;            ///< facts beside these that a page has no room for
	bool to_fill = false;            ///< the writer's: shown as a place to fill in
	bool of_register = false;        ///< rests on all that the register has between the sides
};

/// A sentence, or a heading that states something.
struct Text {
	std::string words;
	Backing backing;
};

struct Paragraph {
	std::vector<Text> sentences;
};

struct Bullets {
	std::vector<Paragraph> points;
};

enum class ColumnKind : std::uint8_t { text, number, date, sources };

struct Column {
	std::string title;
	ColumnKind kind = ColumnKind::text;
	std::uint8_t weight = 1;  ///< its share of the width
};

struct Cell {
	std::string words;             ///< as a person reads it
	std::optional<double> number;  ///< of a column of numbers; `words` may say more ("hơn 2.000")
	std::string day;               ///< of a column of dates: EDTF
	Backing backing;               ///< of an empty cell: nothing
};

struct Row {
	std::vector<Cell> cells;  ///< as many as the table has columns, without those of kind `sources`
	bool total = false;       ///< a line of sums
	/// Indices of the rows above whose numbers this one adds, column by column: a spreadsheet recomputes them.
	std::vector<std::size_t> adds;
};

/// A column of sources is filled by whoever writes the paper, from the backing of each row's cells.
///
/// Some tables have thousands of rows: a page shows the first `shown` of them and each line of sums, and below it the
/// words `more`. A table of which a page shows nothing (0) stands in workbooks and in JSON only, which have all rows.
struct Table {
	static constexpr std::size_t k_all = static_cast<std::size_t>(-1);
	std::string id;  ///< "support": names the sheet of a workbook
	std::string caption;
	std::vector<Column> columns;
	std::vector<Row> rows;
	std::size_t shown = k_all;
	Text more;  ///< how many rows are left out, and where they are; no words where none are
};

/// Bars are terms, marks are days; days are yyyymmdd.
struct Bar {
	std::int32_t first = 0;
	std::int32_t last = 0;
	std::string label;
	Backing backing;
};
struct Mark {
	std::int32_t day = 0;
	std::string label;
	Backing backing;
};
struct Lane {
	std::string label;
	std::vector<Bar> bars;
	std::vector<Mark> marks;
};
struct Timeline {
	std::vector<Lane> lanes;
};

/// Values side by side, or one upon the other, by category.
struct Columns {
	struct Series {
		std::string name;
		std::vector<std::optional<double>> values;  ///< one for each category
		std::vector<Backing> backings;              ///< one for each category
	};
	std::vector<std::string> categories;
	std::vector<Series> series;
	std::string unit;
	bool stacked = false;
};

struct Plot {
	std::string id;
	std::string caption;
	std::string alternative;  ///< what it shows, for whoever cannot see it
	std::variant<Timeline, Columns> drawing;
};

using Block = std::variant<Paragraph, Bullets, Table, Plot>;

struct Part {
	std::string id;       ///< "basis", "contacts", …: stable in all languages
	std::string heading;  ///< without its number
	std::vector<Block> blocks;
	std::vector<Part> parts;
};

/// A quote of a fact. Whoever composes a paper gives the record and the source; fill() finds the rest.
struct Quote {
	std::int64_t record = 0;  ///< of the register: the record that says so
	std::size_t source = 0;   ///< index in Paper::sources
	std::string words;
	std::size_t begin = 0;  ///< code points in the document's text
	std::size_t end = 0;
	double certainty = 0;
};

struct FactNote {
	std::string id;       ///< "F12.3"
	std::string summary;  ///< one line
	std::vector<Quote> quotes;
	std::string entered_by;  ///< where a person entered it and no document tells of it
};

/// A document, numbered from 1 in the order of Paper::sources. Composed with the id alone, else as a quote.
struct SourceLine {
	std::string id;  ///< "D12"
	std::string title;
	std::string path;
	std::string published;  ///< as a person reads it; empty where it is not known
};

/// The block at the head of an official document (Decree 30/2020/NĐ-CP, Annex I).
struct Head {
	Text superior;  ///< body above the issuer; no words: none
	Text issuer;
	Text number;              ///< "Số:     /BC-UBND"
	Text place_and_date;      ///< "…, ngày … tháng … năm …"
	bool state_motto = true;  ///< Quốc hiệu and Tiêu ngữ; papers of two states have none
	Text kind;                ///< "BÁO CÁO"
	std::vector<Text> subject;
};

struct Signature {
	std::vector<Text> capacity;  ///< "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"
	Text name;
};

/// How sources are shown.
enum class References : std::uint8_t { numbers, footnotes, none };

struct Paper {
	base::Lang lang = base::Lang::vi;
	std::string title;  ///< of the file
	Head head;
	std::vector<Text> bases;  ///< "Căn cứ …", each with the mark that ends it
	/// Before the first part, without a heading: "… báo cáo kết quả như sau:", or who met when and where.
	std::vector<Block> opening;
	std::vector<Part> parts;
	std::vector<Signature> signatures;  ///< one, or two side by side
	std::vector<Text> receivers;        ///< "Nơi nhận"
	bool column_to_fill = false;        ///< a second column beside all text, for the other language
	References references = References::numbers;
	std::vector<FactNote> facts;
	std::vector<SourceLine> sources;
};

}  // namespace bienban::paper
