import '../../app/fonts.css'
import './print.css'
import { createRoot } from 'react-dom/client'
import { PrintedHandbook } from './PrintedHandbook.tsx'

// A page of its own, loaded by the main process out of sight: it knows the handbook and nothing of the office.
const root = document.getElementById('root')
if (!root) throw new Error('The page has no root element.')
createRoot(root).render(<PrintedHandbook />)
