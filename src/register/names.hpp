#pragma once

#include "model/names.hpp"
#include "register/register.hpp"

/// How the register's enumerations are written outside.
namespace bienban::model {

template <>
struct EnumNames<registry::Status> {
	static constexpr auto k_names =
	    std::to_array<std::string_view>({"read", "confirmed", "corrected", "rejected", "gone"});
};

template <>
struct EnumNames<registry::Rank> {
	static constexpr auto k_names = std::to_array<std::string_view>({"normal", "preferred", "rejected"});
};

template <>
struct EnumNames<registry::Outcome> {
	static constexpr auto k_names = std::to_array<std::string_view>({"added", "reread", "already-there"});
};

}  // namespace bienban::model
