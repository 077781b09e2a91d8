#include "paper/compose.hpp"

#include "paper/head.hpp"
#include "paper/parts.hpp"

namespace bienban::paper {

Paper review_paper(const review::Review& review, base::Lang lang, Length length) {
	Composer composer{review, lang};
	Paper paper;
	paper.lang = lang;
	frame_report(composer, paper);
	open_report(composer, paper);
	// In the order in which they are read: a body is named in full where it comes first.
	for (const auto& compose :
	     {basis_part, contacts_part, results_part, support_part, promised_part, disputed_part, next_part}) {
		paper.parts.push_back(compose(composer));
	}
	if (length == Length::page) shorten(paper);
	composer.finish(paper);
	return paper;
}

}  // namespace bienban::paper
