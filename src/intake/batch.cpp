#include "intake/batch.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>

#include "conversion/format.hpp"
#include "extraction/extract.hpp"
#include "intake/inputs.hpp"
#include "reading/read.hpp"

namespace bienban::intake {

namespace {

/// Bytes of documents that may be under way at once. A document takes about four times its bytes while it is read.
constexpr std::size_t k_bytes_under_way = 20U << 20;

/// The niceness of threads that must not keep the calling thread from its core.
constexpr int k_less_urgent = 5;

/// Documents that wait before the calling thread is woken to take them.
constexpr std::size_t k_most_waiting = 32;

/// One document on its way from the producer through a worker to the calling thread.
struct Slot {
	Input input;
	base::Result<Product> product = base::fail("document-failed");
	bool done = false;
};

/// A document with the file it came in.
struct Read {
	model::Document document;
	registry::Origin origin;
};

/// The file of a document, open also after a converter has taken it.
class Kept {
public:
	explicit Kept(int descriptor) : m_descriptor(::fcntl(descriptor, F_DUPFD_CLOEXEC, 0)) {}
	Kept(const Kept&) = delete;
	Kept& operator=(const Kept&) = delete;
	~Kept() {
		if (m_descriptor >= 0) ::close(m_descriptor);
	}
	int descriptor() const { return m_descriptor; }

private:
	int m_descriptor;
};

base::Result<Read> with_origin(base::Result<model::Document> document, const registry::Origin& origin) {
	return std::move(document).map([&](model::Document&& read) { return Read{std::move(read), origin}; });
}

/// The bytes of an input, in whatever format, to a document.
base::Result<Read> read_document(Input& input, const BatchOptions& options) {
	if (auto* part = std::get_if<conversion::Part>(&input.content)) {
		const conversion::Part taken = std::move(*part);
		// A letter or a page of a web archive: its format is known, a file of its own it has not.
		return with_origin(reading::read(input.source, taken), {.format = taken.format, .sha256 = {}});
	}
	const auto* path = std::get_if<std::filesystem::path>(&input.content);
	std::string bytes;
	if (path == nullptr) bytes = std::move(std::get<std::string>(input.content));
	std::optional<conversion::InputFile> file;
	std::string head = bytes.substr(0, conversion::k_head_bytes);
	if (path != nullptr) {
		auto opened = conversion::InputFile::open(*path);
		if (!opened) return tl::unexpected(std::move(opened.error()));
		file = std::move(*opened);
		auto first = file->head();
		if (!first) return tl::unexpected(std::move(first.error()));
		head = std::move(*first);
	}
	if (const auto* format = conversion::recognise({.bytes = head, .name = input.source})) {
		if (!file) file = conversion::InputFile::of(bytes);
		std::string{}.swap(bytes);
		const std::optional<Kept> kept =
		    options.keep ? std::make_optional<Kept>(file->descriptor()) : std::optional<Kept>{};
		auto part = conversion::convert(*format, std::move(*file), options.unlocked);
		if (!part) return tl::unexpected(std::move(part.error()));
		auto document = reading::read(input.source, *part);
		registry::Origin origin{.format = std::string{format->name}, .sha256 = {}};
		if (document && kept) {
			auto name = options.keep(kept->descriptor());
			if (!name) return tl::unexpected(std::move(name.error()));
			origin.sha256 = std::move(*name);
		}
		return with_origin(std::move(document), origin);
	}
	if (path != nullptr) {
		auto read = file->bytes(reading::Limits{}.bytes);
		if (!read) return tl::unexpected(std::move(read.error()));
		bytes = std::move(*read);
	}
	return with_origin(reading::read(input.source, bytes), {});
}

class Batch {
public:
	Batch(const BatchOptions& options, const lexicon::Lexicon& lexicon,
	      const std::function<Product(model::Document, model::Reading, registry::Origin)>& make)
	    : m_options(options), m_lexicon(lexicon), m_make(make) {
		m_producer = std::thread{[this] { produce(); }};
	}

	~Batch() {
		m_stop = true;
		{
			const std::scoped_lock lock{m_mutex};
			m_ended = true;
		}
		notify_everybody();
		m_producer.join();
		for (std::thread& worker : m_workers) worker.join();
	}

	Batch(const Batch&) = delete;
	Batch& operator=(const Batch&) = delete;

	/// The next document's outcome, in order; nothing after the last.
	std::unique_ptr<Slot> next(const std::function<void()>& wait) {
		std::unique_lock lock{m_mutex};
		const auto ready = [this] { return m_slots.empty() ? m_ended : m_slots.front()->done; };
		while (!m_first_done.wait_for(lock, k_patience, ready)) {
			lock.unlock();
			wait();
			lock.lock();
		}
		if (m_slots.empty()) {
			if (m_failure) std::rethrow_exception(m_failure);
			return nullptr;
		}
		std::unique_ptr<Slot> slot = std::move(m_slots.front());
		m_slots.pop_front();
		if (m_taken > 0) --m_taken;
		--m_done;
		m_bytes -= slot->input.bytes;
		const bool room = m_slots.empty() || (has_room(m_wanted) && m_slots.size() <= most_slots() - most_slots() / 8);
		lock.unlock();
		// Where many documents are taken at once the producer is not woken for each of them.
		if (room) m_room.notify_one();
		return slot;
	}

private:
	void notify_everybody() {
		m_room.notify_all();
		m_work.notify_all();
		m_first_done.notify_all();
	}

	std::size_t most_slots() const { return m_options.jobs * m_options.documents_for_each; }
	/// Whether there is room for one more document of so many bytes; to be asked with the lock.
	bool has_room(std::size_t bytes) const {
		return m_slots.empty() || (m_bytes + bytes <= k_bytes_under_way && m_slots.size() < most_slots());
	}

	/// On a thread of its own, since reading a stream waits for whoever writes it.
	void produce() {
		try {
			Inputs inputs{m_options.operands, reading::Limits{}.bytes, m_stop, m_options.unlocked};
			while (!m_stop) {
				auto input = inputs.next();
				if (!input) break;
				submit(std::move(*input));
			}
		} catch (...) {
			const std::scoped_lock lock{m_mutex};
			m_failure = std::current_exception();
		}
		{
			const std::scoped_lock lock{m_mutex};
			m_ended = true;
		}
		notify_everybody();
	}

	/// Waits until there is room, then puts the input into the line. One document always finds room.
	void submit(Input input) {
		auto slot = std::make_unique<Slot>();
		// A file that is too large is refused without being read.
		input.bytes = std::min(input.bytes, reading::Limits{}.bytes);
		const std::size_t bytes = input.bytes;
		slot->input = std::move(input);
		if (std::holds_alternative<base::Error>(slot->input.content)) {
			slot->product = tl::unexpected(std::get<base::Error>(slot->input.content));
			slot->done = true;
		}
		std::unique_lock lock{m_mutex};
		m_wanted = bytes;
		m_room.wait(lock, [&] { return m_stop || has_room(bytes); });
		m_bytes += bytes;
		m_slots.push_back(std::move(slot));
		if (m_slots.back()->done) ++m_done;
		// Threads are started as there is work for them: most calls read one document.
		if (m_workers.size() < m_options.jobs && m_idle == 0) m_workers.emplace_back([this] { work(); });
		const bool first_done = m_slots.front()->done;
		const bool idle = m_idle > 0;
		lock.unlock();
		if (idle) m_work.notify_one();
		if (first_done) m_first_done.notify_one();
	}

	void work() {
		// Of this thread alone, as Linux has it. Where it is not allowed, nothing is lost but time.
		if (m_options.taking_is_dear) ::setpriority(PRIO_PROCESS, 0, k_less_urgent);
		std::unique_lock lock{m_mutex};
		for (;;) {
			while (m_taken < m_slots.size() && m_slots[m_taken]->done) ++m_taken;
			const bool none = m_taken == m_slots.size();
			if (m_stop || (none && m_ended)) return;
			if (none) {
				++m_idle;
				m_work.wait(lock);
				--m_idle;
				continue;
			}
			Slot& slot = *m_slots[m_taken++];  // stays where it is until it is done
			lock.unlock();
			auto product = read_one(slot.input);
			lock.lock();
			slot.product = std::move(product);
			slot.done = true;
			++m_done;
			// To wake the calling thread for each document cost a twelfth of the time. One that waits for the next to
			// be done is taken after k_patience.
			const bool enough = m_done >= std::min(most_slots() / 4, k_most_waiting) || m_taken == m_slots.size();
			if (enough && m_slots.front()->done) m_first_done.notify_one();
		}
	}

	base::Result<Product> read_one(Input& input) const {
		try {
			auto read = read_document(input, m_options);
			if (!read) return tl::unexpected(std::move(read.error()));
			model::Document& document = read->document;
			const auto mentions = m_options.mentions ? extraction::WithMentions::yes : extraction::WithMentions::no;
			auto reading = extraction::extract(document, m_lexicon, mentions);
			return m_make(std::move(document), std::move(reading), std::move(read->origin));
		} catch (const std::exception& failure) {
			// One document must not take the others with it, whatever went wrong (memory, mostly).
			return base::fail("document-failed", {failure.what()}, input.source);
		}
	}

	const BatchOptions& m_options;
	const lexicon::Lexicon& m_lexicon;
	const std::function<Product(model::Document, model::Reading, registry::Origin)>& m_make;

	std::atomic<bool> m_stop = false;
	std::mutex m_mutex;  // guards all below
	// Each waits for a thing of its own: all of them on one condition woke each other several times for each document.
	std::condition_variable m_room;        ///< the producer: for room in the line
	std::condition_variable m_work;        ///< workers: for a document
	std::condition_variable m_first_done;  ///< the calling thread: for the first of the line
	std::deque<std::unique_ptr<Slot>> m_slots;
	std::size_t m_taken = 0;  ///< so many of the first slots are done or a worker has them
	std::size_t m_done = 0;   ///< slots that are done
	std::size_t m_bytes = 0;
	std::size_t m_wanted = 0;  ///< bytes of the document that the producer has at hand
	std::size_t m_idle = 0;
	bool m_ended = false;
	std::exception_ptr m_failure;
	std::vector<std::thread> m_workers;
	std::thread m_producer;
};

}  // namespace

Tally run_batch(const BatchOptions& options, const lexicon::Lexicon& lexicon, const BatchSteps& steps) {
	Tally tally;
	Batch batch{options, lexicon, steps.make};
	while (auto slot = batch.next(steps.wait)) {
		if (slot->product) {
			slot->product->source = slot->input.source;
			slot->product = steps.take(std::move(*slot->product)).map([] { return Product{}; });
		}
		if (slot->product) {
			++tally.read;
		} else {
			++tally.failed;
			base::Error& error = slot->product.error();
			if (error.file.empty()) error.file = slot->input.source;
			steps.failed(error);
		}
		if (!steps.told(tally.read + tally.failed)) break;
	}
	return tally;
}

}  // namespace bienban::intake
