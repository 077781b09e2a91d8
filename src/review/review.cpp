#include "review/review.hpp"

namespace bienban::review {

Review review(const Question& question, const std::vector<registry::ToldFact>& facts) {
	Review review;
	review.material = gather(question, facts);
	return review;
}

}  // namespace bienban::review
