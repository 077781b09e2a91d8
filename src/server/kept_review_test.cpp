#include "server/kept_review.hpp"

#include <doctest/doctest.h>

using namespace bienban;
using namespace bienban::server;

namespace {

KeptReview::Made of(std::size_t items) {
	review::Review review;
	review.material.items.resize(items);
	return std::make_shared<const review::Review>(std::move(review));
}

}  // namespace

TEST_CASE("the last large review is kept until another one comes") {
	KeptReview kept;
	const auto first = of(2'000);
	kept.put("a", first);
	CHECK(kept.find("a") == first);
	CHECK(kept.find("b") == nullptr);
	kept.put("b", of(3'000));
	CHECK(kept.find("a") == nullptr);
	CHECK(kept.find("b") != nullptr);
}

TEST_CASE("a small review does not take the place of a large one") {
	KeptReview kept;
	kept.put("a", of(2'000));
	kept.put("b", of(10));
	CHECK(kept.find("a") != nullptr);
	CHECK(kept.find("b") == nullptr);
}
