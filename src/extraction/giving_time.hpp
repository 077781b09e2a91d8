#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "extraction/context.hpp"

namespace bienban::extraction {

/// When something was given.
class GivingTime {
public:
	explicit GivingTime(const Context& context) : m_c(context), m_a(context.a()) {}

	/// When the goods at this token were given: the words of their own clause, else the day of the event reported.
	std::optional<std::string> of(std::uint32_t at, std::uint32_t sentence, Mode mode) const;

private:
	bool only_after(const DateMention& date, std::uint32_t begin) const;
	bool tells_of(std::uint32_t begin, std::uint32_t end) const;
	const DateMention* own_date(std::uint32_t at, std::uint32_t sentence) const;
	bool dates_a_paper(const DateMention& date, std::uint32_t begin) const;
	std::optional<std::string> same_time(std::uint32_t at) const;
	std::optional<std::string> event_day(std::uint32_t at) const;
	bool bounds_a_stay(const DateMention& date) const;
	bool at_the_event(std::uint32_t sentence) const;
	std::optional<std::string> heading_period(std::uint32_t sentence) const;

	const Context& m_c;
	const Annotated& m_a;
};

}  // namespace bienban::extraction
