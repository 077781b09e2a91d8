#include "paper/fill.hpp"

#include "report/describe.hpp"

namespace bienban::paper {

void fill(Paper& paper, const std::function<std::optional<registry::Source>(registry::RecordId)>& evidence) {
	for (FactNote& note : paper.facts) {
		for (Quote& quote : note.quotes) {
			auto found = evidence(quote.record);
			if (!found) continue;
			quote.words = std::move(found->quote);
			quote.begin = found->begin;
			quote.end = found->end;
			quote.certainty = found->certainty;
			SourceLine& source = paper.sources[quote.source];
			source.title = std::move(found->title);
			source.path = std::move(found->path);
			if (found->published) source.published = report::date_words(*found->published, paper.lang);
		}
	}
}

}  // namespace bienban::paper
