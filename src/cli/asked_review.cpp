#include "cli/asked_review.hpp"

#include "asking/review_words.hpp"

namespace bienban::cli {

base::Result<review::Question> asked_review(const Arguments& arguments) {
	std::vector<std::string> words = arguments.all("--between");
	if (words.empty() && arguments.has("--of")) {
		words.push_back(*arguments.value("--of"));
		if (!arguments.has("--with")) return base::fail("cli-option-missing", {"--with", "PARTY,PARTY…"});
		for (const std::string& list : arguments.all("--with")) {
			for (std::string& word : asking::listed(list)) words.push_back(std::move(word));
		}
	}
	if (words.size() < 2) return base::fail("cli-option-missing", {"--between", "VN-05 LA-HO"});
	return asking::review_of({.sides = std::move(words),
	                          .with_past = arguments.has("--with-past") ? asking::WithPast::yes : asking::WithPast::no,
	                          .from = {.name = "--from", .word = arguments.value("--from")},
	                          .to = {.name = "--to", .word = arguments.value("--to")},
	                          .as_of = {.name = "--as-of", .word = arguments.value("--as-of")}});
}

}  // namespace bienban::cli
