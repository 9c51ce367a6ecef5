### What goes wrong in batch runs, command parameters and the making of briefs: expected, found, what to do.

fault-notebook-form = This is not a readable notebook (.ipynb): { $problem }. Check the file, or restore it from version control.
fault-notebook-without-parameters = The notebook has no cell tagged "parameters". Add it, or every region would get the same brief.
fault-parameter-unknown = The notebook has no parameter "{ $name }" (it has: { $known }). Check the spelling.
fault-region-without-plan = No plan applies to region { $code } ({ $name }). Choose another region, or give a plan for it with --plans.
fault-region-without-data = Region { $code } ({ $name }) has no monitoring data. Enter figures first, or give a data file with --observations.
fault-region-none-of-level = No region among "{ $word }" has both a plan and data. Enter figures first, or choose other regions.
fault-region-word = "{ $word }" is neither a region code (six digits) nor one of { $expected }. Correct it.
fault-target-year-outside-plans = { $name } must lie in { $first }–{ $last } (first year of the data to last year of the plans), got { $found }. Change the year.

fault-batch-busy = Another run is writing into this folder ({ $who }). Wait until it ends, or choose another folder with --out.
fault-not-writable = Cannot write: { $problem }. Check the disk space and the folder's permissions, or choose another place.
fault-table-kind = The output file must end in one of { $expected }, got "{ $found }". Change the ending of its name.
fault-nothing-to-check = This is neither a plan file (.yaml) nor a data file ({ $expected }). Check the path.
fault-lab-without-notebooks = The folder of notebooks was not found. Run this in the complete project folder, or download the project again.
fault-lab-missing = JupyterLab is not installed. Install all requirements first (make setup or pip install -r requirements.lock).

fault-cell-raised = Cell { $number } failed: { $kind }: { $message }
fault-notebook-ended-early = The notebook ended early in cell { $number }. An incomplete brief is not published; remove the statement that leaves the notebook there.
fault-notebook-prints-too-much = The notebook printed { $found } characters (limit { $limit }). Remove the needless print.
fault-notebook-too-slow = The notebook had not finished after { $seconds } seconds and was stopped. Look for very large data or an endless loop.
fault-kernel-died = The kernel's process ended unexpectedly and gave no result: { $words }
fault-interrupted = The run was interrupted before this brief was finished. Continue with --resume.
fault-unexpected = Unexpected error { $kind }: { $message }. Details are in manifest.json.
fault-fork-server-lost = The process that kernels are forked from has ended: { $words }. Run again with --resume to make the briefs that are missing.

fault-cluster-missing = The library for clusters is not installed. Install it: pip install 'sxresearch[cluster]'
fault-cluster-silent = No dask scheduler answers at { $address }. Check the address, and that the scheduler is running.
fault-cluster-empty = The scheduler at { $address } has no worker. Start workers first.
fault-chunk-lost = An assessment process ended before it was finished ({ $problem }), most likely for lack of memory. Close other programs, or assess fewer regions at a time with --regions.
fault-plan-not-known = No plan file has the id "{ $id }". There are: { $expected }. Change --plan, or leave it out to take the plans whose period covers the last data year.
fault-lab-root-templates = This folder holds the templates of the notebooks, so it cannot be the working folder. Choose another with --root, such as --root ~/evaluation.
fault-lab-port = Port { $port } is in use. Choose another, or close the program that uses it.
fault-cluster-version = These workers have another version of sxresearch, of Python or of a library than this machine: { $workers }. With other versions briefs may differ. Install the same version everywhere, then start the workers again.
fault-cluster-lost = The scheduler of the cluster, { $address }, was lost. What was finished is kept. Start the scheduler and the workers again and run once more with --resume: only the rest is made.
fault-cluster-deserted = The cluster at { $address } had no worker with this version any more, for two minutes. What was finished is kept. Start workers and run once more with --resume: only the rest is made.
