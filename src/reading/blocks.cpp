#include "reading/blocks.hpp"

#include <algorithm>
#include <cstring>

#include "reading/layout.hpp"
#include "reading/official_paper.hpp"
#include "text/language.hpp"
#include "text/letters.hpp"

namespace bienban::reading {

namespace {

using model::Block;
using model::BlockKind;

base::Span trimmed(std::string_view text, std::size_t begin, std::size_t end) {
	while (begin < end && text[begin] == ' ') ++begin;
	while (end > begin && text[end - 1] == ' ') --end;
	return {base::ByteOffset(begin), base::ByteOffset(end)};
}

/// The day of publication: what stands closest to the headline, behind it before above it, and no date of the site.
std::optional<std::string> find_published(const std::vector<PageLine>& lines, const std::vector<BlockKind>& kinds,
                                          std::optional<std::size_t> headline) {
	std::optional<std::size_t> best;
	int best_rank = 0;
	bool body = false;
	for (std::size_t i = 0; i < lines.size(); ++i) {
		const PageLine& line = lines[i];
		if (kinds[i] == BlockKind::lead || (kinds[i] == BlockKind::paragraph && line.size() > 120)) body = true;
		if (headline && i == *headline && line.day_tail != 0) return line.signature->date->edtf();
		if (line.kind != LineKind::date || kinds[i] == BlockKind::chrome || !line.signature || !line.signature->date)
			continue;
		int rank = 2;
		if (headline && i > *headline && !body)
			rank = 5;
		else if (headline && i < *headline)
			rank = 3;
		else if (!body)
			rank = 4;
		if (line.site_date) rank -= 3;
		if (line.updated && rank > 1) --rank;
		// Above the headline the last one counts: today's date stands at the very top.
		if (rank > best_rank || (rank == best_rank && headline && i < *headline)) {
			best = i;
			best_rank = rank;
		}
	}
	if (!best || best_rank < 1) return std::nullopt;
	return lines[*best].signature->date->edtf();
}

/// The day in the head of a report or a notice, "Sơn La, ngày 12 tháng 6 năm 2019": that on which the office sent it
/// out. Minutes and memoranda are signed, not published.
std::optional<std::string> find_day_of_paper(std::string_view text, const std::vector<PageLine>& lines,
                                             const PaperForm& form) {
	const auto& title = lines[form.title].span;
	const auto head = text::lower(text.substr(title.begin.value, title.size()));
	if (!head.starts_with("báo cáo") && !head.starts_with("thông báo")) return std::nullopt;
	for (std::size_t i = 0; i < form.title; ++i) {
		if (lines[i].place_date && lines[i].signature->date) return lines[i].signature->date->edtf();
	}
	return std::nullopt;
}

/// Whether `initials` ("L.M") are those of a name: signed in full under the headline, in short at the end.
bool are_initials_of(std::string_view initials, std::string_view name) {
	std::string of_name;
	for (std::size_t at = 0; at < name.size(); at = name.find(' ', at)) {
		while (at < name.size() && name[at] == ' ') ++at;
		if (at >= name.size()) break;
		of_name += name.substr(at, text::decode(name, at).size);
	}
	std::string of_initials(initials);
	std::erase(of_initials, '.');
	return initials.find('.') != std::string_view::npos && of_initials == of_name;
}

void find_authors(model::Document& document, const std::vector<PageLine>& lines, const std::vector<BlockKind>& kinds) {
	for (std::size_t i = 0; i < lines.size(); ++i) {
		if (!lines[i].signature || (kinds[i] != BlockKind::byline && kinds[i] != BlockKind::dateline &&
		                            !(lines[i].tail_signed && kinds[i] != BlockKind::chrome)))
			continue;
		for (const std::string& name : lines[i].signature->authors) {
			const bool known = std::ranges::any_of(document.authors, [&](const std::string& author) {
				return author == name || are_initials_of(name, author);
			});
			if (!known) document.authors.push_back(name);
		}
	}
}

/// Whether line i + 1 goes on in the middle of the sentence that line i breaks off.
bool breaks_off(std::string_view text, const std::vector<PageLine>& lines, const std::vector<BlockKind>& kinds,
                std::size_t i, bool wrapped) {
	const PageLine& line = lines[i];
	const PageLine& next = lines[i + 1];
	if (kinds[i + 1] != BlockKind::paragraph && kinds[i + 1] != BlockKind::lead) {
		return kinds[i] == kinds[i + 1] && kinds[i] == BlockKind::caption && next.starts_small && !line.ends_sentence &&
		       !next.after_blank;
	}
	if (line.ends_sentence || line.credit != 0 || line.hint != next.hint || next.hint == Hint::row) return false;
	if (kinds[i] == BlockKind::headline) return next.starts_small && !next.after_blank && next.hint == Hint::none;
	if (kinds[i] != BlockKind::paragraph && kinds[i] != BlockKind::lead) return false;
	// "b) Tạo thuận lợi …": a point of a list begins anew.
	if (next.starts_small && next.size() > 2 && text[next.span.begin.value + 1] == ')') return false;
	if (next.starts_small) return true;
	const char last = text[line.span.end.value - 1];
	if (next.starts_figure && !next.after_blank && line.size() >= 60 && next.kind == LineKind::sentence && last != ')')
		return true;
	return wrapped && !next.after_blank && line.size() >= 50;
}

/// Whether the lines are those of a fixed page width, as in text taken out of a PDF or a letter.
bool is_wrapped(const std::vector<PageLine>& lines) {
	std::size_t broken = 0;
	for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
		if (lines[i].size() > 190) return false;
		if (!lines[i].ends_sentence && lines[i].size() >= 60 && !lines[i + 1].after_blank) ++broken;
	}
	return lines.size() >= 6 && broken * 2 >= lines.size();
}

void add_line(std::vector<Block>& blocks, std::string_view text, const PageLine& line, BlockKind kind) {
	const auto add = [&](BlockKind part, std::size_t begin, std::size_t end) {
		const base::Span span = trimmed(text, begin, end);
		if (!span.empty()) blocks.push_back({part, span});
	};
	const std::size_t begin = line.span.begin.value;
	std::size_t end = line.span.end.value;
	const bool text_kind = kind == BlockKind::caption || kind == BlockKind::paragraph || kind == BlockKind::lead;
	if (text_kind && line.doubled != 0 && kind == BlockKind::caption) {
		add(kind, begin, begin + line.doubled);
		add(BlockKind::chrome, begin + line.doubled, end);
		return;
	}
	if (kind == BlockKind::headline && line.day_tail != 0) {
		add(kind, begin, line.day_tail);
		add(BlockKind::dateline, line.day_tail, end);
		return;
	}
	if (text_kind && line.credit != 0) {
		add(kind, begin, line.credit);
		add(line.tail_signed ? BlockKind::byline : BlockKind::chrome, line.credit, end);
		return;
	}
	add(kind, begin, end);
}

}  // namespace

std::vector<LineHint> plain_lines(std::string_view text) {
	std::vector<LineHint> lines;
	for (std::size_t at = 0; at < text.size();) {
		const void* found = std::memchr(text.data() + at, '\n', text.size() - at);
		const std::size_t end =
		    found == nullptr ? text.size() : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
		const base::Span span = trimmed(text, at, end);
		if (!span.empty()) lines.push_back({span, Hint::none});
		at = end + 1;
	}
	return lines;
}

void find_blocks(model::Document& document, const std::vector<LineHint>& hints, const PageFacts& facts) {
	const std::string_view text = document.text;
	std::vector<PageLine> lines;
	lines.reserve(hints.size());
	Line buffer;
	std::size_t before = 0;
	for (const LineHint& hint : hints) {
		lines.push_back(look_at_line(text, hint.span, hint.hint, buffer));
		const std::string_view between = text.substr(before, hint.span.begin.value - before);
		lines.back().after_blank = std::ranges::count(between, '\n') > 1;
		before = hint.span.end.value;
		// A long line without a full stop is running text if the next goes on in small letters to one.
		if (lines.size() < 2) continue;
		PageLine& last = lines[lines.size() - 2];
		if (last.kind == LineKind::title && last.size() >= 60 && lines.back().starts_small &&
		    lines.back().ends_sentence)
			last.kind = LineKind::sentence;
	}

	const auto paper = paper_form(text, lines);
	const auto headline = paper ? std::optional(paper->title) : find_headline(text, lines, facts.title);
	const std::vector<BlockKind> kinds = paper ? lay_out_paper(*paper, lines) : lay_out(text, lines, headline);

	const bool wrapped = is_wrapped(lines);
	document.blocks.reserve(lines.size() + 8);
	for (std::size_t i = 0; i < lines.size(); ++i) {
		if (paper && kinds[i] == BlockKind::headline && i > paper->title) {
			document.blocks.back().span.end = lines[i].span.end;
			continue;
		}
		if (kinds[i] == BlockKind::signature) {
			add_signature_line(document.blocks, text, lines[i].span);
			continue;
		}
		const bool joined = i > 0 && !document.blocks.empty() && breaks_off(text, lines, kinds, i - 1, wrapped);
		if (joined && lines[i].credit == 0)
			document.blocks.back().span.end = lines[i].span.end;
		else
			add_line(document.blocks, text, lines[i], kinds[i]);
	}

	for (Block& block : document.blocks)
		block.language = text::language_of(text.substr(block.span.begin.value, block.span.size()));

	if (headline) {
		for (const Block& block : document.blocks) {
			if (block.kind != BlockKind::headline) continue;
			document.title = std::string(text.substr(block.span.begin.value, block.span.size()));
			std::ranges::replace(document.title, '\n', ' ');
			// Of two paragraphs the blank line between them is none of it.
			const auto both_blank = [](char a, char b) { return a == ' ' && b == ' '; };
			document.title.erase(std::unique(document.title.begin(), document.title.end(), both_blank),
			                     document.title.end());
			// "<headline> | VOV.VN"
			if (const auto bar = document.title.find(" | ");
			    bar != std::string::npos && bar > document.title.size() / 2)
				document.title.resize(bar);
			break;
		}
	} else {
		document.title = facts.title;
	}
	if (!facts.published.empty())
		document.published = facts.published;
	else
		document.published = find_published(lines, kinds, headline);
	if (!document.published && paper) document.published = find_day_of_paper(text, lines, *paper);
	if (!document.published && !facts.fallback_published.empty()) document.published = facts.fallback_published;
	if (paper) return;
	find_authors(document, lines, kinds);
	if (document.authors.empty()) document.authors = facts.authors;
}

}  // namespace bienban::reading
