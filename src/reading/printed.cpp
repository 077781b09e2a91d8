#include "reading/printed.hpp"

#include <algorithm>
#include <deque>
#include <optional>

#include "reading/mend.hpp"
#include "reading/printed_frame.hpp"
#include "reading/printed_join.hpp"
#include "reading/printed_order.hpp"
#include "text/language.hpp"
#include "text/letters.hpp"
#include "text/normalize.hpp"
#include "text/old_letters.hpp"

namespace bienban::reading {

namespace {

using model::Placed;
using model::PrintedWord;

constexpr std::size_t k_longest_row = 120;  // bytes; beyond it cells stand on lines of their own, as those of HTML do
constexpr float k_sure = 0.9F;              // words surer than that are placed together

/// Writes lines into the text, each with its place.
class Writer {
public:
	explicit Writer(model::Document& document) : m_document(document) {}

	/// Begins a line of the text: behind a line feed, or an empty line.
	void begin(Hint hint, bool blank) {
		end();
		if (!m_document.text.empty()) m_document.text += blank ? "\n\n" : "\n";
		m_begin = m_document.text.size();
		m_hint = hint;
	}

	void end() {
		drop_soft_hyphen();
		if (m_document.text.size() > m_begin) {
			m_lines.push_back({{base::ByteOffset(m_begin), base::ByteOffset(m_document.text.size())}, m_hint});
		}
		m_begin = m_document.text.size();
	}

	std::size_t line_size() const { return m_document.text.size() - m_begin; }

	/// Goes on with the words of a piece, parted from what is there as the ends of its lines ask for.
	void add(const Piece& piece, std::uint32_t page) {
		if (line_size() > 0 && !m_after_bar) part(piece);
		m_after_bar = false;
		for (std::size_t i = 0; i < piece.words.size(); ++i) {
			if (i > 0) m_document.text += ' ';
			place(piece.words[i], page, i == 0);
		}
	}

	void add_bar() {
		drop_soft_hyphen();
		m_document.text += " | ";
		m_after_bar = true;
	}

	std::vector<LineHint> take_lines() { return std::move(m_lines); }

private:
	void place(const PrintedWord& word, std::uint32_t page, bool first) {
		const base::ByteOffset begin(m_document.text.size());
		m_document.text += word.text;
		const base::ByteOffset end(m_document.text.size());
		auto& placed = m_document.placed;
		if (!first && word.confidence >= k_sure && placed.back().confidence >= k_sure) {
			placed.back().span.end = end;
			placed.back().box = around(placed.back().box, word.box);
			placed.back().confidence = std::min(placed.back().confidence, word.confidence);
			return;
		}
		placed.push_back({{begin, end}, page, word.box, word.confidence});
	}

	bool drop_soft_hyphen() {
		std::string& text = m_document.text;
		if (!text.ends_with("\xC2\xAD") || m_document.placed.empty()) return false;
		text.resize(text.size() - 2);
		Placed& last = m_document.placed.back();
		last.span.end = base::ByteOffset(text.size());
		if (last.span.empty()) m_document.placed.pop_back();
		return true;
	}

	void part(const Piece& next) {
		std::string& text = m_document.text;
		if (drop_soft_hyphen()) return;
		const std::string_view line = std::string_view(text).substr(m_begin);
		switch (joint(line, next.words.front().text)) {
			case Joint::space: text += ' '; return;
			case Joint::none: return;
			case Joint::hyphenated:
				text.pop_back();
				m_document.placed.back().span.end = base::ByteOffset(text.size());
				return;
		}
	}

	model::Document& m_document;
	std::vector<LineHint> m_lines;
	std::size_t m_begin = 0;
	Hint m_hint = Hint::none;
	bool m_after_bar = false;
};

/// Puts the lines of all pages into one text.
class Assembly {
public:
	Assembly(model::Document& document, std::vector<PrintedItem> items)
	    : m_writer(document), m_joins(items), m_items(std::move(items)) {}

	std::vector<LineHint> run(const std::vector<FramedPage>& pages) {
		for (const PrintedItem& item : m_items) {
			if (item.side == PrintedSide::second) {
				m_held.push_back(&item);
				continue;
			}
			// Both languages have come to their end.
			if (item.side == PrintedSide::both && !m_held.empty()) release();
			add(item);
		}
		release();
		flush_notes();
		for (std::uint32_t page = 0; page < pages.size(); ++page) {
			for (const Row& row : pages[page].frame) {
				m_writer.begin(Hint::chrome, true);
				for (const Piece& piece : row.pieces) m_writer.add(piece, page);
			}
		}
		m_writer.end();
		return m_writer.take_lines();
	}

private:
	void release() {
		const auto held = std::exchange(m_held, {});
		if (held.empty()) return;
		m_last = nullptr;
		for (const PrintedItem* item : held) add(*item);
		m_last = nullptr;
	}

	void add(const PrintedItem& item) {
		if (item.kind == PrintedKind::footnote) {
			m_notes.push_back(&item);
			return;
		}
		if (item.kind == PrintedKind::table_row) {
			add_row(item);
			m_last = nullptr;
			return;
		}
		if (m_last == nullptr || !m_joins.go_on(*m_last, item)) {
			flush_notes();
			m_writer.begin(Hint::none, m_last == nullptr || m_joins.are_apart(*m_last, item));
		}
		m_writer.add(item.piece(), item.page);
		m_last = &item;
	}

	void add_row(const PrintedItem& item) {
		flush_notes();
		const Hint hint = item.cells.size() > 1 ? Hint::row : Hint::none;
		m_writer.begin(hint, true);
		bool first = true;
		for (const auto& cell : item.cells) {
			if (!first && m_writer.line_size() > k_longest_row)
				m_writer.begin(Hint::none, true);
			else if (!first)
				m_writer.add_bar();
			first = false;
			for (const Piece& piece : cell) m_writer.add(piece, item.page);
		}
	}

	void flush_notes() {
		const PrintedItem* last = nullptr;
		for (const PrintedItem* note : m_notes) {
			if (last == nullptr || begins_note(note->piece())) m_writer.begin(Hint::none, true);
			m_writer.add(note->piece(), note->page);
			last = note;
		}
		m_notes.clear();
	}

	Writer m_writer;
	Joins m_joins;
	std::vector<PrintedItem> m_items;
	std::deque<const PrintedItem*> m_held;
	std::vector<const PrintedItem*> m_notes;
	const PrintedItem* m_last = nullptr;
};

/// Whether the words are written for fonts from before Unicode, by how well they read when taken so.
std::optional<text::OldLetters> old_letters_of(const std::vector<model::PrintedPage>& pages) {
	constexpr std::size_t k_sample = 20'000;
	constexpr std::size_t k_least_words = 5;
	std::string sample;
	for (const auto& page : pages) {
		for (const auto& block : page.blocks) {
			for (const auto& line : block.lines) {
				for (const auto& word : line.words) sample += word.text + ' ';
			}
			if (sample.size() > k_sample) break;
		}
		if (sample.size() > k_sample) break;
	}
	if (text::first_invalid_utf8(sample)) return std::nullopt;
	const text::Readable as_it_is = text::readable(sample);
	if (as_it_is.vietnamese() || as_it_is.words < k_least_words) return std::nullopt;
	for (const auto letters : {text::OldLetters::tcvn3, text::OldLetters::vni}) {
		const text::Readable shown = text::readable(text::from_old_letters(sample, letters));
		if (shown.vietnamese() && shown.good > as_it_is.good) return letters;
	}
	return std::nullopt;
}

/// The pages with what such fonts show.
std::vector<model::PrintedPage> shown(std::vector<model::PrintedPage> pages, text::OldLetters letters) {
	for (auto& page : pages) {
		for (auto& block : page.blocks) {
			for (auto& line : block.lines) {
				for (auto& word : line.words) {
					if (!text::first_invalid_utf8(word.text)) word.text = text::from_old_letters(word.text, letters);
				}
			}
		}
	}
	return pages;
}

/// The title that the file gives, where its text has it too: many are names of templates and of scanners.
PageFacts believed(PageFacts facts, std::string_view text) {
	const std::string title = text::bare(facts.title);
	std::string bare = text::bare(text.substr(0, 8000));
	std::ranges::replace(bare, '\n', ' ');
	if (title.size() < 8 || bare.find(title) == std::string::npos) facts.title.clear();
	return facts;
}

base::Result<model::Document> read_pages(std::string source, const std::vector<model::PrintedPage>& pages,
                                         const PageFacts& facts, Recognised recognised, const Limits& limits) {
	model::Document document;
	std::vector<std::vector<Row>> rows;
	std::vector<float> heights;
	std::size_t bytes = 0;
	for (const model::PrintedPage& page : pages) {
		document.pages.push_back({page.width, page.height});
		heights.push_back(page.height);
		for (const auto& block : page.blocks) {
			for (const auto& line : block.lines) {
				for (const auto& word : line.words) bytes += word.text.size() + 1;
			}
		}
		if (bytes > limits.bytes) return base::fail("reading-too-large", {std::to_string(limits.bytes)}, source);
		rows.push_back(rows_of(page));
		if (recognised == Recognised::no) continue;
		for (Row& row : rows.back()) {
			for (Piece& piece : row.pieces) mend(piece.words);
		}
	}
	const std::vector<FramedPage> framed = without_frames(std::move(rows), heights);
	std::vector<PrintedItem> items;
	std::uint32_t region = 0;
	for (std::uint32_t page = 0; page < framed.size(); ++page) {
		for (PrintedItem& item : in_order(framed[page].rows, page, region)) items.push_back(std::move(item));
	}
	find_footnotes(items);
	const std::vector<LineHint> lines = Assembly(document, std::move(items)).run(framed);
	if (lines.empty()) return base::fail("reading-empty", {}, source);
	document.source = std::move(source);
	find_blocks(document, lines, believed(facts, document.text));
	return document;
}

}  // namespace

base::Result<model::Document> read_printed(std::string source, const std::vector<model::PrintedPage>& pages,
                                           const PageFacts& facts, Recognised recognised, const Limits& limits) {
	if (const auto letters = recognised == Recognised::no ? old_letters_of(pages) : std::nullopt)
		return read_pages(std::move(source), shown(pages, *letters), facts, recognised, limits);
	return read_pages(std::move(source), pages, facts, recognised, limits);
}

}  // namespace bienban::reading
