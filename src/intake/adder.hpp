#pragma once

#include <chrono>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "intake/batch.hpp"
#include "register/register.hpp"

namespace bienban::intake {

/// Documents that are written at once: every batch costs a round trip to the disk.
inline constexpr std::size_t k_most_in_batch = 5000;

/// Puts documents into the register in batches, and tells of each only when it is safe on the disk.
class Adder {
public:
	/// Register::add(), with whatever the caller needs around it. What it throws ends the whole.
	using Write = std::function<std::vector<registry::Added>(std::span<const registry::Prepared>)>;
	/// Told of one document, in the order in which they came.
	using Tell = std::function<void(const registry::Added&, const std::string& source, const registry::ReadingEntry&)>;
	/// After the documents of a batch were told.
	using Told = std::function<void()>;

	Adder(Write write, Tell tell, Told told);

	/// A document that was prepared; it is written with others.
	void take(Product product);
	/// Writes what has waited long enough.
	void write_if_late();
	/// Writes what waits.
	void write();

private:
	Write m_write;
	Tell m_tell;
	Told m_told;
	std::vector<registry::Prepared> m_waiting;
	std::vector<std::string> m_sources;
	std::size_t m_bytes = 0;
	std::chrono::steady_clock::time_point m_since;
	std::chrono::milliseconds m_wait;
};

}  // namespace bienban::intake
