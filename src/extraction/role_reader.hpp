#pragma once

#include <optional>
#include <vector>

#include "extraction/annotated.hpp"
#include "extraction/person_name.hpp"
#include "extraction/post_phrase.hpp"

namespace bienban::extraction {

/// A name in the text with the rank, the posts and the form of address that stand around it.
struct NamedRole {
	TokenRange name;
	NameShape shape;
	std::optional<TokenRange> rank;
	std::vector<TokenRange> posts;  ///< in the order of the text
	TokenRange whole;               ///< rank, posts and name in one stretch
	std::uint32_t sentence = 0;
	bool comrade = false;     ///< addressed as "đồng chí", as holders of posts are
	bool event_role = false;  ///< head of a delegation and the like
	bool guessed = false;     ///< where the name begins is told by its shape alone

	/// Whether this mention by itself names the person in a public role.
	bool in_role() const { return rank.has_value() || !posts.empty() || event_role || comrade; }
};

/// All names that stand behind a rank, a post or a form of address, or before a post, in the order of the text.
std::vector<NamedRole> read_roles(const Annotated& a);

}  // namespace bienban::extraction
