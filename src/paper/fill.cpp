#include "paper/fill.hpp"

#include <algorithm>
#include <future>
#include <span>

#include "paper/cited.hpp"
#include "report/describe.hpp"

namespace bienban::paper {

namespace {

struct Asked {
	Quote* quote = nullptr;
	SourceLine* source = nullptr;  ///< that it fills in too; each source is filled by one quote
	registry::Quoted quoted = registry::Quoted::yes;
};

/// What is to be found, by record, so that documents and texts are met in the order in which they lie in the register.
std::vector<Asked> all_of(Paper& paper, Quotes quotes) {
	std::vector<Asked> all;
	std::vector<bool> known(paper.sources.size());
	const std::size_t first = quotes == Quotes::all ? 0 : first_quoted(paper);
	for (std::size_t i = 0; i < paper.facts.size(); ++i) {
		const auto quoted = i < first ? registry::Quoted::no : registry::Quoted::yes;
		for (Quote& quote : paper.facts[i].quotes) {
			SourceLine* const source = known[quote.source] ? nullptr : &paper.sources[quote.source];
			known[quote.source] = true;
			if (quoted == registry::Quoted::no && source == nullptr) continue;
			all.push_back({.quote = &quote, .source = source, .quoted = quoted});
		}
	}
	std::ranges::stable_sort(all, {}, [](const Asked& asked) { return asked.quote->record; });
	return all;
}

void fill_some(std::span<const Asked> some, base::Lang lang, const Evidence& evidence) {
	for (const Asked& asked : some) {
		auto found = evidence(asked.quote->record, asked.quoted);
		if (!found) continue;
		if (asked.quoted == registry::Quoted::yes) {
			Quote& quote = *asked.quote;
			quote.words = std::move(found->quote);
			quote.begin = found->begin;
			quote.end = found->end;
			quote.certainty = found->certainty;
		}
		if (asked.source == nullptr) continue;
		asked.source->title = std::move(found->title);
		asked.source->path = std::move(found->path);
		if (found->published) asked.source->published = report::date_words(*found->published, lang);
	}
}

}  // namespace

void fill(Paper& paper, const std::vector<Evidence>& evidence, Quotes quotes) {
	const std::vector<Asked> all = all_of(paper, quotes);
	const std::size_t each = (all.size() + evidence.size() - 1) / evidence.size();
	std::vector<std::future<void>> others;
	for (std::size_t i = 1; i < evidence.size(); ++i) {
		const std::size_t begin = std::min(i * each, all.size());
		const std::size_t end = std::min(begin + each, all.size());
		others.push_back(std::async(std::launch::async, [&paper, &all, &one = evidence[i], begin, end] {
			fill_some(std::span{all}.subspan(begin, end - begin), paper.lang, one);
		}));
	}
	fill_some(std::span{all}.first(std::min(each, all.size())), paper.lang, evidence.front());
	for (auto& other : others) other.get();
}

}  // namespace bienban::paper
