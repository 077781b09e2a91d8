#include "server/jobs.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

#include "base/time.hpp"
#include "intake/adder.hpp"
#include "intake/batch.hpp"
#include "register/register.hpp"
#include "server/secrets.hpp"
#include "server/state.hpp"

namespace bienban::server {

namespace fs = std::filesystem;

namespace {

/// Jobs that are over and still told of.
constexpr std::size_t k_most_kept = 100;

bool is_over(JobState state) { return state != JobState::waiting && state != JobState::running; }

/// Which file a document came from, and how it is called without the folder of this machine: a document within an
/// archive has a path that goes on behind the file's.
struct Sources {
	explicit Sources(const std::vector<UploadedFile>& uploaded) : files(uploaded) {}
	std::optional<std::size_t> file_of(const std::string& source) const {
		for (std::size_t i = 0; i < files.size(); ++i) {
			const std::string& path = files[i].path.native();
			if (source == path || source.starts_with(path + "/")) return i;
		}
		return std::nullopt;
	}
	std::string shown(const std::string& source) const {
		const auto file = file_of(source);
		return file ? files[*file].name + source.substr(files[*file].path.native().size()) : source;
	}
	const std::vector<UploadedFile>& files;
};

}  // namespace

Jobs::Jobs(State& state) : m_state(state) {
	m_thread = std::thread{[this] { work(); }};
}

Jobs::~Jobs() {
	{
		const std::scoped_lock lock{m_mutex};
		m_ending = true;
		for (Job& job : m_jobs) job.cancelled = true;
	}
	m_changed.notify_all();
	m_thread.join();
}

JobView Jobs::add(Job& job) {
	job.view.id = new_secret().substr(0, 12);
	job.view.created = base::utc_now();
	return job.view;
}

JobView Jobs::upload(const std::string& by, const std::vector<UploadedFile>& files, base::Lang lang) {
	const std::scoped_lock lock{m_mutex};
	Job& job = m_jobs.emplace_back();
	job.lang = lang;
	job.files = files;
	job.view.by = by;
	job.view.kind = JobKind::upload;
	job.view.total = static_cast<std::int64_t>(files.size());
	for (const UploadedFile& file : files) job.view.files.push_back({.name = file.name});
	JobView view = add(job);
	m_changed.notify_all();
	return view;
}

JobView Jobs::rebuild(const std::string& by, base::Lang lang) {
	const std::scoped_lock lock{m_mutex};
	Job& job = m_jobs.emplace_back();
	job.lang = lang;
	job.view.by = by;
	job.view.kind = JobKind::rebuild;
	JobView view = add(job);
	m_changed.notify_all();
	return view;
}

std::vector<JobView> Jobs::list() {
	const std::scoped_lock lock{m_mutex};
	std::vector<JobView> views;
	for (const Job& job : m_jobs) views.push_back(job.view);
	std::ranges::reverse(views);
	return views;
}

std::optional<JobView> Jobs::find(const std::string& id) {
	const std::scoped_lock lock{m_mutex};
	for (const Job& job : m_jobs) {
		if (job.view.id == id) return job.view;
	}
	return std::nullopt;
}

base::Result<JobView> Jobs::cancel(const std::string& id) {
	const std::scoped_lock lock{m_mutex};
	for (Job& job : m_jobs) {
		if (job.view.id != id) continue;
		if (is_over(job.view.state)) return base::fail("job-over", {id});
		job.cancelled = true;
		return job.view;
	}
	return base::fail("job-unknown", {id});
}

void Jobs::work() {
	std::unique_lock lock{m_mutex};
	for (;;) {
		const auto waiting = [this] {
			return std::ranges::find_if(m_jobs, [](const Job& job) { return job.view.state == JobState::waiting; });
		};
		m_changed.wait(lock, [&] { return m_ending || waiting() != m_jobs.end(); });
		const auto next = waiting();
		if (next == m_jobs.end()) return;
		next->view.state = JobState::running;
		lock.unlock();
		run(*next);
		lock.lock();
		while (m_jobs.size() > k_most_kept && is_over(m_jobs.front().view.state)) m_jobs.pop_front();
	}
}

void Jobs::run(Job& job) {
	try {
		if (job.cancelled) {
			finish(job, JobState::cancelled);
		} else if (job.view.kind == JobKind::upload) {
			run_upload(job);
		} else {
			run_rebuild(job);
		}
	} catch (const registry::StoreError& failure) {
		const char* message = failure.busy ? "register-busy" : "register-failed";
		finish(job, JobState::failed, base::Messages::of(job.lang).text(message, {failure.what()}));
	} catch (const std::exception& failure) {
		finish(job, JobState::failed, base::Messages::of(job.lang).text("failed", {failure.what()}));
	}
	for (const UploadedFile& file : job.files) {
		std::error_code ignored;
		fs::remove_all(file.path.parent_path(), ignored);
		fs::remove(file.path.parent_path().parent_path(), ignored);
	}
}

void Jobs::finish(Job& job, JobState state, std::string message) {
	const std::scoped_lock lock{m_mutex};
	job.view.state = state;
	job.view.finished = base::utc_now();
	job.view.message = std::move(message);
	for (JobFile& file : job.view.files) {
		if (file.state == FileState::waiting) file.state = FileState::left_out;
	}
}

void Jobs::run_rebuild(Job& job) {
	m_state.write([&](registry::Register& opened) {
		opened.rebuild([&](std::int64_t done, std::int64_t total) {
			const std::scoped_lock lock{m_mutex};
			job.view.done = done;
			job.view.total = total;
		});
	});
	finish(job, JobState::done);
}

void Jobs::run_upload(Job& job) {
	const base::Messages& messages = base::Messages::of(job.lang);
	const auto lexicon = m_state.lexicon();
	if (!lexicon) return finish(job, JobState::failed, messages.text(lexicon.error()));
	const Sources sources{job.files};
	// The one row of a file is that of its document; further documents of an archive get rows of their own.
	std::map<std::size_t, bool> told;
	const auto row_of = [&](const std::string& source) -> JobFile& {
		const auto file = sources.file_of(source);
		if (file && !told[*file]) {
			told[*file] = true;
			job.view.files[*file].name = sources.shown(source);
			return job.view.files[*file];
		}
		return job.view.files.emplace_back(JobFile{.name = sources.shown(source)});
	};
	intake::Adder adder{
	    [&](std::span<const registry::Prepared> documents) {
		    return m_state.write([&](registry::Register& opened) { return opened.add(documents); });
	    },
	    [&](const registry::Added& added, const std::string& source, const registry::ReadingEntry& entry) {
		    const std::scoped_lock lock{m_mutex};
		    JobFile& row = row_of(source);
		    row.state = added.outcome == registry::Outcome::added    ? FileState::added
		                : added.outcome == registry::Outcome::reread ? FileState::reread
		                                                             : FileState::already_there;
		    row.document = added.document;
		    row.records = entry.records.size();
		    row.people = entry.people.size();
	    },
	    [] {}};
	const registry::Originals originals{m_state.settings().register_path};
	intake::BatchOptions options{.operands = {},
	                             .jobs = std::max(1U, std::thread::hardware_concurrency()),
	                             .keep = [&](int descriptor) { return originals.keep(descriptor); }};
	for (const UploadedFile& file : job.files) options.operands.push_back(file.path.native());
	const registry::Versions versions = m_state.settings().versions;
	intake::run_batch(options, **lexicon,
	                  {.make =
	                       [&](model::Document document, const model::Reading& reading, registry::Origin origin) {
		                       document.source = sources.shown(document.source);
		                       intake::Product product;
		                       product.prepared =
		                           registry::prepare(std::move(document), reading, versions, std::move(origin));
		                       return product;
	                       },
	                   .take = [&](intake::Product product) -> base::Result<void> {
		                   adder.take(std::move(product));
		                   return {};
	                   },
	                   .failed =
	                       [&](const base::Error& error) {
		                       base::Error shown = error;
		                       shown.file.clear();
		                       const std::scoped_lock lock{m_mutex};
		                       JobFile& row = row_of(error.file);
		                       row.state = FileState::failed;
		                       row.message = messages.text(shown);
	                       },
	                   .told =
	                       [&](std::size_t done) {
		                       const std::scoped_lock lock{m_mutex};
		                       job.view.done = static_cast<std::int64_t>(done);
		                       job.view.total = std::max(job.view.total, job.view.done);
		                       return !job.cancelled;
	                       },
	                   .wait = [&] { adder.write_if_late(); }});
	adder.write();
	finish(job, job.cancelled ? JobState::cancelled : JobState::done);
}

}  // namespace bienban::server
