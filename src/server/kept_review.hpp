#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "review/review.hpp"

namespace bienban::server {

/// The last review of many facts, to be read again: whoever looks at a large pair then saves it as a page, a document
/// and a workbook. May be used by many threads.
class KeptReview {
public:
	using Made = std::shared_ptr<const review::Review>;

	/// The review of this key, which names the question and the state of the register; nullptr where it is another.
	Made find(const std::string& key) const;
	/// Keeps it in place of the one before. Small ones are made as quickly as they are found, and those of more than
	/// some 100,000 facts take too much memory: they are not kept.
	void put(const std::string& key, Made review);

private:
	mutable std::mutex m_mutex;
	std::string m_key;
	Made m_review;
};

}  // namespace bienban::server
