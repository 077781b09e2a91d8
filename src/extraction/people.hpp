#pragma once

#include <string>
#include <vector>

#include "extraction/annotated.hpp"
#include "extraction/post_phrase.hpp"

namespace bienban::extraction {

/// One place in the text where a person is named.
struct NameMention {
	std::uint32_t begin = 0;  ///< tokens of the name alone
	std::uint32_t end = 0;
	std::uint32_t person = 0;  ///< index into People::people
};

/// A post by which the text names a person.
struct HeldPost {
	std::uint32_t person = 0;    ///< index into People::people
	std::uint32_t sentence = 0;  ///< index into Annotated::sentences
	TokenRange title;            ///< the post and what belongs to it: "Chỉ huy trưởng Bộ CHQS tỉnh Sơn La"
};

struct People {
	std::vector<model::Person> people;  ///< one entry a person, in the order of first mention, as records.md wants them
	std::vector<NameMention> mentions;  ///< every mention, in order
	std::vector<HeldPost> posts;        ///< of every mention, in order
};

/// Everyone who is named in a public role. Country from the post, the body and the place in it, the side of the text
/// that names the person, and the shape of the name; nothing where none of them tells.
People find_people(const Annotated& a);

}  // namespace bienban::extraction
